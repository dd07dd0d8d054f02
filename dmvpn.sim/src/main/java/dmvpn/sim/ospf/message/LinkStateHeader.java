package dmvpn.sim.ospf.message;

import dmvpn.sim.packet.UnsignedField;

/**
 * The header of a link-state advertisement, which tells one instance from another (RFC 2328 section 12.1).
 *
 * @param ageSeconds seconds since its origination, 0 to {@link #MAX_AGE_SECONDS}
 * @param options options
 * @param key type, id and originator
 * @param sequence sequence number, from {@link #INITIAL_SEQUENCE} to {@link #MAX_SEQUENCE}, as a signed number
 * @param checksum Fletcher checksum of all but the age
 * @param lengthBytes length of the advertisement with this header
 */
public record LinkStateHeader(int ageSeconds, OspfOptions options, LinkStateKey key, int sequence, int checksum,
        int lengthBytes) {

    /** Length of the header itself. */
    public static final int BYTES = 20;
    /** MaxAge: an advertisement of this age is flushed (RFC 2328 appendix B). */
    public static final int MAX_AGE_SECONDS = 3600;
    /** MaxAgeDiff: instances whose ages differ more are different ones (RFC 2328 appendix B). */
    public static final int MAX_AGE_DIFFERENCE_SECONDS = 900;
    /** InitialSequenceNumber (RFC 2328 appendix B). */
    public static final int INITIAL_SEQUENCE = 0x8000_0001;
    /** MaxSequenceNumber (RFC 2328 appendix B). */
    public static final int MAX_SEQUENCE = 0x7fff_ffff;

    /**
     * Checks the fields.
     *
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public LinkStateHeader {
        UnsignedField.require("LS age", ageSeconds, 16);
        UnsignedField.require("LS checksum", checksum, 16);
        UnsignedField.require("LS length", lengthBytes, 16);
    }

    /** True when the advertisement is to be flushed. */
    public boolean isMaxAge() {
        return ageSeconds >= MAX_AGE_SECONDS;
    }

    /** The same instance at another age, which is at most MaxAge. */
    public LinkStateHeader withAge(int newAgeSeconds) {
        int age = Math.min(newAgeSeconds, MAX_AGE_SECONDS);
        return age == ageSeconds ? this : new LinkStateHeader(age, options, key, sequence, checksum, lengthBytes);
    }

    /**
     * Which of two instances is more recent (RFC 2328 section 13.1).
     *
     * @return above 0 when this one is, below 0 when the other is, 0 when they are the same
     */
    public int compareRecency(LinkStateHeader other) {
        if (sequence != other.sequence) {
            return Integer.compare(sequence, other.sequence);
        }
        if (checksum != other.checksum) {
            return Integer.compare(checksum, other.checksum);
        }
        if (isMaxAge() != other.isMaxAge()) {
            return isMaxAge() ? 1 : -1;
        }
        return Math.abs(ageSeconds - other.ageSeconds) > MAX_AGE_DIFFERENCE_SECONDS
                ? Integer.compare(other.ageSeconds, ageSeconds) : 0;
    }
}
