package dmvpn.dsl.compile;

import dmvpn.dsl.model.TunnelSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Tunnel settings of a join, and of its cloud where the join is silent. */
final class TunnelSettingsReader {

    /** Reads one text at the place where it is written. */
    @FunctionalInterface
    interface Read<T> {
        Optional<T> read(EObject owner, EStructuralFeature feature, String text);
    }

    private final TunnelSettings ofJoin;
    private final TunnelSettings ofCloud;

    TunnelSettingsReader(TunnelSettings ofJoin, TunnelSettings ofCloud) {
        this.ofJoin = ofJoin;
        this.ofCloud = ofCloud;
    }

    <T> Optional<T> value(EStructuralFeature feature, Function<TunnelSettings, String> text, Read<T> read) {
        TunnelSettings owner = owner(text);
        return read.read(owner, feature, text.apply(owner));
    }

    /** The settings that say something: those of the join when it does, otherwise those of the cloud. */
    TunnelSettings owner(Function<TunnelSettings, String> text) {
        return text.apply(ofJoin) != null ? ofJoin : ofCloud;
    }

    /** What a switch says. */
    Optional<Boolean> isOn(EStructuralFeature feature, Function<TunnelSettings, String> text) {
        return value(feature, text, (owner, written, value) -> Optional.ofNullable(value).map("on"::equals));
    }

    /** A duration in whole seconds. */
    OptionalInt seconds(EStructuralFeature feature, Function<TunnelSettings, String> text, ValueReader values, int least, int most) {
        return value(feature, text, (owner, written, value) -> values.seconds(owner, written, value, least, most))
                .map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The clauses of a kind that the join has, or else those of the cloud. */
    <T> List<T> all(Function<TunnelSettings, ? extends List<T>> clauses) {
        return clauses.apply(ofJoin).isEmpty() ? clauses.apply(ofCloud) : clauses.apply(ofJoin);
    }

    /** IOS sets the unique flag unless told otherwise (Cisco IOS command reference, ip nhrp registration). */
    boolean uniqueRegistration() {
        if (ofJoin.isUnique() || ofJoin.isNoUnique()) {
            return !ofJoin.isNoUnique();
        }
        return !ofCloud.isNoUnique();
    }
}
