package dmvpn.sim.ipsec;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.ByteWriter;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of Authentication Headers for captures, derived from the run's seed and the SPI, and the check values that they give.
 *
 * @param source the run's keys
 */
record AhKeys(SeededKeys source) {

    private static final int IPV4_VERSION_AND_LENGTH = 0x45;
    private static final long IPV6_VERSION = 6L << 28;

    /**
     * The check value of a packet: over its IP header with zeros for what changes on the way, the header with zeros for the
     * value, and everything behind it (RFC 4302 section 3.3.3).
     *
     * @param packet header and content, whose addresses the sender knew
     * @param identification field of the IPv4 header, which does not change on the way
     * @param bytes the same as bytes, with zeros for the check value
     */
    byte[] checkValue(AhPacket packet, int identification, byte[] bytes) {
        HashAlgorithm hash = packet.hash();
        byte[] key = source.derive(SealingKeys.integrityKeyBytes(hash), "AH integrity", packet.securityParametersIndex());
        String algorithm = "Hmac" + hash.name();
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            mac.update(immutableHeader(packet, identification, bytes.length));
            return Arrays.copyOf(mac.doFinal(bytes), hash.truncatedBytes());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java platform lacks " + algorithm, missing);
        }
    }

    /**
     * Of IPv4 the traffic class, flags, fragment offset, time to live and checksum may change (RFC 4302 section 3.3.3.1.1.1), of
     * IPv6 the traffic class, flow label and hop limit (section 3.3.3.1.2.1).
     */
    private static byte[] immutableHeader(AhPacket packet, int identification, int payloadBytes) {
        ByteWriter header = new ByteWriter();
        if (packet.source() instanceof Ipv4Address) {
            header.u8(IPV4_VERSION_AND_LENGTH).u8(0).u16(IpPacket.IPV4_HEADER_BYTES + payloadBytes).u16(identification).u16(0).u8(0)
                    .u8(IpPacket.AH).u16(0);
        } else {
            header.u32(IPV6_VERSION).u16(payloadBytes).u8(IpPacket.AH).u8(0);
        }
        return header.address(packet.source()).address(packet.destination()).toBytes();
    }
}
