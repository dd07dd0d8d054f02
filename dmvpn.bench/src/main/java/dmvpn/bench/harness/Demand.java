package dmvpn.bench.harness;

import java.util.Locale;

/** What is demanded of a measured value. */
public sealed interface Demand {

    /** True when the value is good enough. */
    boolean isMetBy(double value);

    /** For people: {@code >= 0.50}. */
    String text();

    /**
     * The value must not be smaller.
     *
     * @param limit smallest good value
     */
    record AtLeast(double limit) implements Demand {
        @Override
        public boolean isMetBy(double value) {
            return value >= limit;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, ">= %.2f", limit);
        }
    }

    /**
     * The value must not be larger.
     *
     * @param limit largest good value
     */
    record AtMost(double limit) implements Demand {
        @Override
        public boolean isMetBy(double value) {
            return value <= limit;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "<= %.2f", limit);
        }
    }

    /** Reported, not judged. */
    record Nothing() implements Demand {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }

        @Override
        public String text() {
            return "-";
        }
    }
}
