package dmvpn.dsl.ide.effective;

import dmvpn.network.crypto.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** How values are shown to people: a number and its unit. */
final class Shown {

    private Shown() {
    }

    static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    static String seconds(long seconds) {
        return seconds + " s";
    }

    /** Whole seconds as such, anything shorter in milliseconds. */
    static String time(Duration duration) {
        return duration.getNano() == 0 ? seconds(duration.toSeconds()) : millis(duration);
    }

    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e6).replaceAll("\\.?0+$", "") + " ms";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g %%", share * 100).replaceAll("\\.?0+ %", " %");
    }

    static String number(OptionalInt value, String unit, String otherwise) {
        return value.isPresent() ? value.getAsInt() + unit : otherwise;
    }

    static String number(OptionalLong value, String unit, String otherwise) {
        return value.isPresent() ? value.getAsLong() + unit : otherwise;
    }

    static String text(Optional<?> value, String otherwise) {
        return value.<String>map(Object::toString).orElse(otherwise);
    }

    /** The values without repetition, or what stands for none. */
    static String list(Collection<?> values, String otherwise) {
        return values.isEmpty() ? otherwise
                : values.stream().map(Object::toString).distinct().collect(Collectors.joining(", "));
    }

    /** As the text says it: the value itself, or the name that stands for it. */
    static String secret(Secret secret) {
        return secret.name().isEmpty() ? secret.inlineValue().map(value -> '"' + value + '"').orElse("none")
                : "secret \"" + secret.name() + "\"";
    }
}
