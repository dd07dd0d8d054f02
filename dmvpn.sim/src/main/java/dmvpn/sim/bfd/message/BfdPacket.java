package dmvpn.sim.bfd.message;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;

/**
 * A BFD Control packet (RFC 5880 section 4.1) without authentication.
 *
 * @param diagnostic why the sender left the session the last time, 0 to 31: see {@link BfdDiagnostic}
 * @param state the sender's state
 * @param flags its bits
 * @param detectMultiplier packets that may be missed, 1 to 255
 * @param myDiscriminator the sender's number for the session, not 0
 * @param yourDiscriminator the receiver's number as the sender knows it, 0 for unknown
 * @param intervals its times
 */
public record BfdPacket(int diagnostic, BfdState state, BfdFlags flags, int detectMultiplier, long myDiscriminator,
        long yourDiscriminator, BfdIntervals intervals) implements Packet {

    /** The version. */
    public static final int VERSION = 1;
    /** Port of the receiver for sessions of one hop (RFC 5881 section 4). */
    public static final int UDP_PORT = 3784;
    /** Length without authentication in bytes. */
    public static final int BYTES = 24;

    /**
     * Checks the ranges (RFC 5880 section 6.8.6).
     *
     * @throws IllegalArgumentException when a number does not fit its field, or the multiplier or the sender's number is 0
     */
    public BfdPacket {
        UnsignedField.require("diagnostic", diagnostic, 5);
        UnsignedField.require("detection multiplier", detectMultiplier, 8);
        UnsignedField.require("discriminator of the sender", myDiscriminator, 32);
        UnsignedField.require("discriminator of the receiver", yourDiscriminator, 32);
        if (detectMultiplier == 0 || myDiscriminator == 0) {
            throw new IllegalArgumentException("the detection multiplier and the sender's discriminator are not 0");
        }
    }

    @Override
    public String protocol() {
        return "BFD";
    }

    @Override
    public String summary() {
        return "Control " + state.title();
    }

    @Override
    public int lengthBytes() {
        return BYTES;
    }

    @Override
    public boolean isLivenessProbe() {
        return true;
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.number("diagnostic", diagnostic);
        fields.text("state", state.title());
        fields.flag("poll", flags.poll());
        fields.flag("final", flags.finished());
        fields.number("multiplier", detectMultiplier);
        fields.number("myDiscriminator", myDiscriminator);
        fields.number("yourDiscriminator", yourDiscriminator);
        fields.duration("desiredMinTx", intervals.desiredMinTxMicros() * 1000);
        fields.duration("requiredMinRx", intervals.requiredMinRxMicros() * 1000);
    }
}
