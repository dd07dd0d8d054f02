package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;

/** A value of a recorded field. */
public sealed interface FieldValue {

    /** The value as people read it. */
    String text();

    /**
     * A number.
     *
     * @param value the number
     */
    record Number(long value) implements FieldValue {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /**
     * A number in hexadecimal.
     *
     * @param value the number
     */
    record Hex(long value) implements FieldValue {
        @Override
        public String text() {
            return "0x" + Long.toHexString(value);
        }
    }

    /**
     * A truth value.
     *
     * @param value true or false
     */
    record Flag(boolean value) implements FieldValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /**
     * A span of time.
     *
     * @param nanos length in nanoseconds
     */
    record Duration(long nanos) implements FieldValue {
        @Override
        public String text() {
            return TimeText.duration(nanos);
        }
    }

    /**
     * An address.
     *
     * @param value the address
     */
    record Address(IpAddress value) implements FieldValue {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /**
     * A prefix.
     *
     * @param value the prefix
     */
    record Prefix(IpPrefix value) implements FieldValue {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /**
     * A text.
     *
     * @param text the text
     */
    record Text(String text) implements FieldValue {
    }

    /** An address, a prefix or a text that is not there. */
    record Absent() implements FieldValue {
        @Override
        public String text() {
            return "-";
        }
    }
}
