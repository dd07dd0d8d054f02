package dmvpn.sim.ipsec;

import dmvpn.network.crypto.EspTransform;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;

/**
 * An ESP packet (RFC 4303). On the hot path nothing is encrypted: the packet carries what it protects.
 *
 * @param securityParametersIndex SPI of the receiver, 256 to 4294967295 (RFC 4303 section 2.1 reserves the lower ones)
 * @param sequenceNumber 1 to 4294967295
 * @param transform how it is protected; routers agreed on it beforehand, the wire does not carry it
 * @param nextHeader IP protocol number of the content: 47 for GRE in transport mode, 4 or 41 for IP in tunnel mode
 * @param content the protected packet: GRE in transport mode, the whole IP packet in tunnel mode
 */
public record EspPacket(
        long securityParametersIndex, long sequenceNumber, EspTransform transform, int nextHeader, Packet content)
        implements Packet {

    /** Next header of IPv4 in tunnel mode. */
    public static final int IPV4_IN_IP = 4;
    /** Next header of IPv6 in tunnel mode. */
    public static final int IPV6_IN_IP = 41;
    /** Smallest SPI that is not reserved. */
    public static final long MINIMUM_SPI = 256;

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public EspPacket {
        UnsignedField.require("ESP SPI", securityParametersIndex, 32);
        if (securityParametersIndex < MINIMUM_SPI) {
            throw new IllegalArgumentException("ESP SPI " + securityParametersIndex + " is reserved: the lowest is "
                    + MINIMUM_SPI);
        }
        UnsignedField.require("ESP sequence number", sequenceNumber, 32);
        UnsignedField.require("ESP next header", nextHeader, 8);
    }

    @Override
    public String protocol() {
        return "ESP";
    }

    @Override
    public String summary() {
        return content.summary();
    }

    @Override
    public int lengthBytes() {
        return EncapsulationOverhead.espBytes(transform, content.lengthBytes());
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.hex("spi", securityParametersIndex);
        fields.number("sequenceNumber", sequenceNumber);
    }

    @Override
    public Optional<Packet> payload() {
        return Optional.of(content);
    }
}
