package dmvpn.sim.packet.codec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import java.util.Arrays;

/**
 * IPv4 without options (RFC 791), and IPv6 without extension headers but that of fragments (RFC 8200).
 */
final class IpCodec implements PacketCodec<IpPacket> {

    /** IP inside IP of either family, and inside GRE by its Ethernet types. */
    static final PayloadKind[] KINDS = {
        new PayloadKind.IpProtocol(4), new PayloadKind.IpProtocol(41),
        new PayloadKind.GreProtocol(0x0800), new PayloadKind.GreProtocol(0x86dd)
    };

    private static final int IPV4_VERSION_AND_LENGTH = 0x45;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int FRAGMENT_OFFSET = 0x1fff;
    private static final int IPV6_FRAGMENT_HEADER = 44;
    private static final int IPV6_FRAGMENT_OFFSET = 0xfff8;
    private static final int IPV6_FRAGMENT_RESERVED = 6;
    private static final int IPV4_RESERVED = 0x8000;
    private static final long LAST_IDENTIFICATION = 0xffff;
    private static final int LENGTH_OFFSET = 2;
    private static final int CHECKSUM_OFFSET = 10;
    private static final int IPV6_LENGTH_OFFSET = 4;

    @Override
    public void encode(IpPacket packet, ByteWriter out, Layers layers) {
        if (packet.source() instanceof Ipv4Address) {
            encodeIpv4(packet, out, layers);
        } else {
            encodeIpv6(packet, out, layers);
        }
    }

    private static void encodeIpv4(IpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.hexadecimal("Version and header length", "version 4, 20 bytes").u8(IPV4_VERSION_AND_LENGTH)
                .hexadecimal("Traffic class").u8(packet.trafficClass()).field("Total length").u16(0)
                .field("Identification").u16(packet.identification())
                .hexadecimal("Flags and fragment offset", fragmentation(packet))
                .u16((packet.dontFragment() ? DONT_FRAGMENT : 0) | fragmentField(packet.content()))
                .field("Time to live").u8(packet.timeToLive()).field("Protocol", packet.content().protocol()).u8(packet.protocolNumber())
                .hexadecimal("Header checksum").u16(0)
                .field("Source").address(packet.source()).field("Destination").address(packet.destination());
        int headerEnd = out.position();
        layers.inside(packet.source(), packet.destination(), packet.identification()).encode(packet.content(), out);
        out.patchU16(start + LENGTH_OFFSET, out.position() - start);
        byte[] header = Arrays.copyOf(out.copyFrom(start), headerEnd - start);
        out.patchU16(start + CHECKSUM_OFFSET, InternetChecksum.of(header));
    }

    private static String fragmentation(IpPacket packet) {
        if (packet.content() instanceof IpFragment fragment) {
            return "fragment at " + fragment.offsetBytes() + (fragment.moreFollow() ? ", more follow" : ", the last");
        }
        return packet.dontFragment() ? "don't fragment" : "may be fragmented";
    }

    private static int fragmentField(Packet content) {
        return content instanceof IpFragment fragment
                ? (fragment.moreFollow() ? MORE_FRAGMENTS : 0) | fragment.offsetBytes() / IpFragment.UNIT_BYTES : 0;
    }

    private static void encodeIpv6(IpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        boolean isFragment = packet.content() instanceof IpFragment;
        out.hexadecimal("Version, traffic class and flow label", "version 6").u32(6L << 28 | (long) packet.trafficClass() << 20)
                .field("Payload length").u16(0)
                .field("Next header", isFragment ? "fragment" : packet.content().protocol())
                .u8(isFragment ? IPV6_FRAGMENT_HEADER : packet.protocolNumber()).field("Hop limit").u8(packet.timeToLive())
                .field("Source").address(packet.source()).field("Destination").address(packet.destination());
        int headerEnd = out.position();
        if (packet.content() instanceof IpFragment fragment) {
            out.group("Fragment header", () -> out.field("Next header").u8(packet.protocolNumber()).field("Reserved").u8(0)
                    .hexadecimal("Fragment offset and flag", fragmentation(packet))
                    .u16(fragment.offsetBytes() | (fragment.moreFollow() ? 1 : 0))
                    .field("Identification").u32(packet.identification()));
        }
        layers.inside(packet.source(), packet.destination(), 0).encode(packet.content(), out);
        out.patchU16(start + IPV6_LENGTH_OFFSET, out.position() - headerEnd);
    }

    @Override
    public IpPacket decode(ByteReader in, Layers layers) {
        int versionAndMore = in.u8();
        return switch (versionAndMore >>> 4) {
            case 4 -> decodeIpv4(versionAndMore, in, layers);
            case 6 -> decodeIpv6(versionAndMore, in, layers);
            default -> throw in.problem("version " + (versionAndMore >>> 4) + " is neither 4 nor 6");
        };
    }

    private static IpPacket decodeIpv4(int versionAndLength, ByteReader in, Layers layers) {
        if (versionAndLength != IPV4_VERSION_AND_LENGTH) {
            throw in.problem("a header of " + (versionAndLength & 0xf) * 4 + " bytes: options are not supported");
        }
        int trafficClass = in.u8();
        int totalLength = in.u16();
        if (totalLength != in.length()) {
            throw in.problem("total length is " + totalLength + " but there are " + in.length() + " bytes");
        }
        int identification = in.u16();
        int fragment = in.u16();
        if ((fragment & IPV4_RESERVED) != 0) {
            throw in.problem("reserved bits are set");
        }
        int timeToLive = in.u8();
        int protocolNumber = in.u8();
        in.u16();
        IpAddress source = in.address(4);
        IpAddress destination = in.address(4);
        if (InternetChecksum.of(in.copyOfRange(0, IpPacket.IPV4_HEADER_BYTES)) != 0) {
            throw in.problem("wrong header checksum");
        }
        boolean moreFollow = (fragment & MORE_FRAGMENTS) != 0;
        int offsetBytes = (fragment & FRAGMENT_OFFSET) * IpFragment.UNIT_BYTES;
        Packet content = moreFollow || offsetBytes > 0
                ? new IpFragment.OfBytes(in.remainingOctets(), offsetBytes, moreFollow, false)
                : content(protocolNumber, layers.inside(source, destination, identification), in);
        return new IpPacket(source, destination, protocolNumber, timeToLive, trafficClass,
                (fragment & DONT_FRAGMENT) != 0, identification, content);
    }

    private static IpPacket decodeIpv6(int versionAndClass, ByteReader in, Layers layers) {
        int classAndLabel = in.u8();
        int trafficClass = (versionAndClass & 0xf) << 4 | classAndLabel >>> 4;
        int flowLabel = (classAndLabel & 0xf) << 16 | in.u16();
        if (flowLabel != 0) {
            // RFC 6437 section 3 leaves it to the sender; routers here label nothing, and no packet keeps a label.
            throw in.problem("flow label 0x" + Integer.toHexString(flowLabel) + " is not supported");
        }
        int payloadLength = in.u16();
        int protocolNumber = in.u8();
        int hopLimit = in.u8();
        IpAddress source = in.address(16);
        IpAddress destination = in.address(16);
        if (payloadLength != in.remaining()) {
            throw in.problem("payload length is " + payloadLength + " but there are " + in.remaining() + " bytes");
        }
        if (protocolNumber == IPV6_FRAGMENT_HEADER) {
            return ipv6Fragment(trafficClass, hopLimit, source, destination, in);
        }
        return new IpPacket(source, destination, protocolNumber, hopLimit, trafficClass, false, 0,
                content(protocolNumber, layers.inside(source, destination, 0), in));
    }

    private static IpPacket ipv6Fragment(int trafficClass, int hopLimit, IpAddress source, IpAddress destination,
            ByteReader in) {
        int protocolNumber = in.u8();
        in.zeros(1);
        int field = in.u16();
        long identification = in.u32();
        if ((field & IPV6_FRAGMENT_RESERVED) != 0) {
            throw in.problem("reserved bits are set");
        }
        if (identification > LAST_IDENTIFICATION) {
            throw in.problem("identification " + identification + " is longer than those of this simulator");
        }
        return new IpPacket(source, destination, protocolNumber, hopLimit, trafficClass, false, (int) identification,
                new IpFragment.OfBytes(in.remainingOctets(), field & IPV6_FRAGMENT_OFFSET, (field & 1) != 0, true));
    }

    private static Packet content(int protocolNumber, Layers inside, ByteReader in) {
        return inside.decode(new PayloadKind.IpProtocol(protocolNumber), in);
    }
}
