package dmvpn.dsl.compile;

import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.DecimalText;
import dmvpn.dsl.values.DurationText;
import dmvpn.dsl.values.PercentText;
import dmvpn.dsl.values.RateText;
import dmvpn.dsl.words.Shown;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Reads values for one element, or for one member of a family. A text that is absent reads as empty, silently; one that
 * cannot be read as empty too, with a finding at the value.
 */
final class ValueReader {

    private final CompileContext context;
    private final String label;
    private final String member;
    private final OptionalInt number;

    private ValueReader(CompileContext context, String label, String member, OptionalInt number) {
        this.context = context;
        this.label = label;
        this.member = member;
        this.number = number;
    }

    /** A reader for an element that is no family. */
    static ValueReader of(CompileContext context, String label) {
        return new ValueReader(context, label, "", OptionalInt.empty());
    }

    /**
     * A reader for a member of a family.
     *
     * @param member how the language refers to it, such as {@code Branch[7]}
     * @param number its number, the {@code n} of computed values
     */
    static ValueReader ofMember(CompileContext context, String label, String member, int number) {
        return new ValueReader(context, label, member, OptionalInt.of(number));
    }

    /** What messages and origins call the element. */
    String label() {
        return label;
    }

    Optional<Duration> duration(EObject owner, EStructuralFeature feature, String text) {
        return read(owner, feature, text, DurationText.EXPECTED, DurationText::tryParse);
    }

    /** A duration of at least one second, in whole seconds. */
    Optional<Integer> seconds(EObject owner, EStructuralFeature feature, String text, int least, int most) {
        return read(owner, feature, text, "a duration from " + least + "s to " + most + "s in whole seconds, such as 600s or 10min",
                value -> DurationText.tryParse(value)
                        .filter(duration -> duration.getNano() == 0)
                        .filter(duration -> duration.toSeconds() >= least && duration.toSeconds() <= most)
                        .map(duration -> (int) duration.toSeconds()));
    }

    Optional<Integer> minutes(EObject owner, EStructuralFeature feature, String text, int least, int most) {
        return read(owner, feature, text, "a duration from " + least + "min to " + most + "min in whole minutes, such as "
                        + least + "min", value -> DurationText.tryParse(value)
                        .filter(duration -> duration.equals(Duration.ofMinutes(duration.toMinutes())))
                        .filter(duration -> duration.toMinutes() >= least && duration.toMinutes() <= most)
                        .map(duration -> (int) duration.toMinutes()));
    }

    Optional<Long> rate(EObject owner, EStructuralFeature feature, String text) {
        return read(owner, feature, text, RateText.EXPECTED, RateText::tryParse);
    }

    Optional<Double> percent(EObject owner, EStructuralFeature feature, String text) {
        return read(owner, feature, text, PercentText.EXPECTED, PercentText::tryParse);
    }

    Optional<Long> whole(EObject owner, EStructuralFeature feature, String text, long least, long most) {
        return read(owner, feature, text, "a whole number from " + least + " to " + most,
                value -> DecimalText.tryParseWhole(value).filter(found -> found >= least && found <= most));
    }

    Optional<Integer> integer(EObject owner, EStructuralFeature feature, String text, int least, int most) {
        return whole(owner, feature, text, least, most).map(Long::intValue);
    }

    Optional<IpAddress> address(EObject owner, EStructuralFeature feature, String text) {
        return read(owner, feature, text, "an address such as 10.0.0.1 or 2001:db8::1", IpAddress::tryParse);
    }

    Optional<InterfaceAddress> interfaceAddress(EObject owner, EStructuralFeature feature, String text) {
        Optional<InterfaceAddress> address = read(owner, feature, text,
                "an address with its prefix length such as 203.0.113.1/24", InterfaceAddress::tryParse);
        address.filter(found -> !found.prefix().isUsableHost(found.address())).ifPresent(found ->
                context.report(TextRules.UNUSABLE_ADDRESS,
                        forMember() + found.address() + " is the network or broadcast address of " + found.prefix()
                                + ": choose one between them", owner, feature, label));
        return address;
    }

    /** A prefix; one with host bits is reported and read as the network that it lies in. */
    Optional<IpPrefix> prefix(EObject owner, EStructuralFeature feature, String text) {
        Optional<InterfaceAddress> read = read(owner, feature, text,
                "a prefix such as 10.0.0.0/24 or 2001:db8::/64", InterfaceAddress::tryParse);
        read.filter(found -> !found.prefix().network().equals(found.address())).ifPresent(found ->
                context.report(TextRules.HOST_BITS,
                        forMember() + "'" + found + "' has host bits set: the network is " + found.prefix(),
                        owner, feature, label));
        return read.map(InterfaceAddress::prefix);
    }

    /** One of the words that the function knows. */
    <T> Optional<T> word(
            EObject owner, EStructuralFeature feature, String text, String expected, Function<String, Optional<T>> meaning) {
        return read(owner, feature, text, expected, meaning);
    }

    /** A word as it is, computed for the member. */
    Optional<String> text(EObject owner, EStructuralFeature feature, String text) {
        return text == null ? Optional.empty() : expand(owner, feature, text);
    }

    private <T> Optional<T> read(
            EObject owner, EStructuralFeature feature, String text, String expected, Function<String, Optional<T>> meaning) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<String> expanded = expand(owner, feature, text);
        Optional<T> value = expanded.flatMap(meaning);
        if (expanded.isPresent() && value.isEmpty()) {
            boolean computed = ComputedText.isComputed(text);
            context.report(computed ? TextRules.COMPUTED : TextRules.VALUE,
                    (computed ? forMember() + "'" + Shown.of(text) + "' becomes '" + Shown.of(expanded.get()) + "', which is not " : "'" + Shown.of(text) + "' is not ")
                            + expected, owner, feature, label);
        }
        return value;
    }

    private Optional<String> expand(EObject owner, EStructuralFeature feature, String text) {
        if (!ComputedText.isComputed(text)) {
            return Optional.of(text);
        }
        if (number.isEmpty()) {
            context.report(TextRules.COMPUTED, "'" + Shown.of(text) + "' is computed from a member's number, but this is not in a family: "
                    + "write the value, or give the router a range such as Branch[1..20]", owner, feature, label);
            return Optional.empty();
        }
        try {
            return Optional.of(ComputedText.expand(text, number.getAsInt()));
        } catch (ComputedTextException exception) {
            context.report(TextRules.COMPUTED, forMember() + exception.getMessage(), owner, feature, label);
            return Optional.empty();
        }
    }

    private String forMember() {
        return member.isEmpty() ? "" : member + ": ";
    }
}
