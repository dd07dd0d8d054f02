package dmvpn.dsl.compile;

import dmvpn.dsl.model.TunnelSettings;
import java.util.Optional;
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
        TunnelSettings owner = text.apply(ofJoin) != null ? ofJoin : ofCloud;
        return read.read(owner, feature, text.apply(owner));
    }

    /** IOS sets the unique flag unless told otherwise (Cisco IOS command reference, ip nhrp registration). */
    boolean uniqueRegistration() {
        if (ofJoin.isUnique() || ofJoin.isNoUnique()) {
            return !ofJoin.isNoUnique();
        }
        return !ofCloud.isNoUnique();
    }
}
