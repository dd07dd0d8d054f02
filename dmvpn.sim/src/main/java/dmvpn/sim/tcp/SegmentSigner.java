package dmvpn.sim.tcp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.snapshot.Timeless;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Computes the digests that prove that segments are of who knows a password (RFC 2385). */
public final class SegmentSigner implements Timeless {

    private static final int CHECKSUM_OFFSET = 16;

    private final PacketCodecs codecs;

    /** @param codecs codecs of TCP and of the messages that it carries */
    public SegmentSigner(PacketCodecs codecs) {
        this.codecs = codecs;
    }

    /** The segment with its digest, in place of one that it may have. */
    public TcpSegment signed(IpAddress source, IpAddress destination, TcpSegment segment, String password) {
        return segment.withDigest(Octets.of(digest(source, destination, segment.withDigest(TcpSegment.NO_DIGEST), password)));
    }

    /**
     * RFC 2385 section 2: the pseudo-header, the header without options and with a checksum of 0, the data, and the password. What
     * routers change on the way is not in it, such as the option for the segment size.
     */
    private byte[] digest(IpAddress source, IpAddress destination, TcpSegment segment, String password) {
        byte[] bytes = codecs.encode(segment);
        Arrays.fill(bytes, CHECKSUM_OFFSET, CHECKSUM_OFFSET + 2, (byte) 0);
        MessageDigest digest = md5();
        digest.update(pseudoHeader(source, destination, bytes.length));
        digest.update(bytes, 0, TcpSegment.HEADER_BYTES);
        digest.update(bytes, segment.headerBytes(), segment.dataBytes());
        return digest.digest(password.getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 9293 section 3.1, RFC 8200 section 8.1. */
    private static byte[] pseudoHeader(IpAddress source, IpAddress destination, int lengthBytes) {
        ByteWriter out = new ByteWriter().address(source).address(destination);
        return (source instanceof Ipv6Address ? out.u32(lengthBytes).u32(IpPacket.TCP)
                : out.u8(0).u8(IpPacket.TCP).u16(lengthBytes)).toBytes();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has MD5", impossible);
        }
    }
}
