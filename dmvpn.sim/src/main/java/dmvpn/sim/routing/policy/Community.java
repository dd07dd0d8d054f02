package dmvpn.sim.routing.policy;

import java.util.Locale;
import java.util.Optional;

/**
 * A community of a route (RFC 1997).
 *
 * @param value 32 bits, as a number from 0 to 4294967295
 */
public record Community(long value) implements Comparable<Community> {

    /** Not beyond the own autonomous system. */
    public static final Community NO_EXPORT = new Community(0xffff_ff01L);
    /** To nobody. */
    public static final Community NO_ADVERTISE = new Community(0xffff_ff02L);
    /** Not beyond the own member of a confederation; without one as {@link #NO_EXPORT}. */
    public static final Community LOCAL_AS = new Community(0xffff_ff03L);
    /** Everywhere (Cisco, {@code internet}). */
    public static final Community INTERNET = new Community(0);

    private static final int HALF_BITS = 16;
    private static final long HALF_MASK = 0xffff;
    private static final long HIGHEST = 0xffff_ffffL;

    /**
     * @throws IllegalArgumentException when the number has more than 32 bits
     */
    public Community {
        if (value < 0 || value > HIGHEST) {
            throw new IllegalArgumentException("A community is from 0 to 4294967295, not " + value);
        }
    }

    /** A community as models and IOS write it: {@code 65000:1}, a number, or the name of a well-known one. */
    public static Optional<Community> tryParse(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "no-export" -> { return Optional.of(NO_EXPORT); }
            case "no-advertise" -> { return Optional.of(NO_ADVERTISE); }
            case "local-as" -> { return Optional.of(LOCAL_AS); }
            case "internet" -> { return Optional.of(INTERNET); }
            default -> { }
        }
        String[] halves = text.split(":", -1);
        try {
            if (halves.length == 1) {
                return Optional.of(new Community(Long.parseLong(text)));
            }
            long high = Long.parseLong(halves[0]);
            long low = Long.parseLong(halves[1]);
            return halves.length == 2 && high >= 0 && high <= HALF_MASK && low >= 0 && low <= HALF_MASK
                    ? Optional.of(new Community(high << HALF_BITS | low)) : Optional.empty();
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Community other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        if (equals(NO_EXPORT)) {
            return "no-export";
        }
        if (equals(NO_ADVERTISE)) {
            return "no-advertise";
        }
        if (equals(LOCAL_AS)) {
            return "local-AS";
        }
        return equals(INTERNET) ? "internet" : (value >>> HALF_BITS) + ":" + (value & HALF_MASK);
    }
}
