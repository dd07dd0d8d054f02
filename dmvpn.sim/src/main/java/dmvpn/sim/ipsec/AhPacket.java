package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;

/**
 * A packet with an Authentication Header (RFC 4302). On the hot path nothing is computed: the packet carries what it protects.
 *
 * @param securityParametersIndex SPI of the receiver, 256 to 4294967295
 * @param sequenceNumber 1 to 4294967295
 * @param hash hash of the integrity check value; routers agreed on it beforehand, the wire does not carry it
 * @param source source address that the check value covers: the sender's own
 * @param destination destination address that the check value covers: the one that the sender knew
 * @param nextHeader IP protocol number of the content: 50 for ESP
 * @param content what follows the header
 */
public record AhPacket(long securityParametersIndex, long sequenceNumber, HashAlgorithm hash, IpAddress source,
        IpAddress destination, int nextHeader, Packet content) implements Packet {

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public AhPacket {
        UnsignedField.require("AH SPI", securityParametersIndex, 32);
        if (securityParametersIndex < EspPacket.MINIMUM_SPI) {
            throw new IllegalArgumentException("AH SPI " + securityParametersIndex + " is reserved: the lowest is "
                    + EspPacket.MINIMUM_SPI);
        }
        UnsignedField.require("AH sequence number", sequenceNumber, 32);
        UnsignedField.require("AH next header", nextHeader, 8);
    }

    @Override
    public String protocol() {
        return "AH";
    }

    @Override
    public String summary() {
        return content.summary();
    }

    /** True when the check value fits an IP header: addresses that were translated on the way make it fail. */
    boolean covers(IpPacket packet) {
        return source.equals(packet.source()) && destination.equals(packet.destination());
    }

    /** Length of the header itself. With IPv6 it is a multiple of 8 (RFC 4302 section 2.2). */
    int headerBytes() {
        return EncapsulationOverhead.authenticationHeaderBytes(hash, source instanceof Ipv6Address);
    }

    @Override
    public int lengthBytes() {
        return headerBytes() + content.lengthBytes();
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
