package dmvpn.sim.bfd.message;

import dmvpn.sim.packet.UnsignedField;

/**
 * The times of a BFD Control packet in microseconds (RFC 5880 section 4.1).
 *
 * @param desiredMinTxMicros how often the sender would like to send
 * @param requiredMinRxMicros how often it can receive; 0 for not at all
 * @param requiredMinEchoRxMicros how often it can return echoes; 0 for not at all
 */
public record BfdIntervals(long desiredMinTxMicros, long requiredMinRxMicros, long requiredMinEchoRxMicros) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public BfdIntervals {
        UnsignedField.require("desired minimum transmit interval", desiredMinTxMicros, 32);
        UnsignedField.require("required minimum receive interval", requiredMinRxMicros, 32);
        UnsignedField.require("required minimum echo receive interval", requiredMinEchoRxMicros, 32);
    }
}
