package dmvpn.sim.eigrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of EIGRP packets (RFC 7868 sections 6.5 and 6.6). */
final class EigrpTlvCodec {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private EigrpTlvCodec() {
    }

    /** What people call it. */
    static String nameOf(EigrpTlv tlv) {
        return switch (tlv) {
            case EigrpTlv.Parameters parameters -> "Parameters";
            case EigrpTlv.SoftwareVersion version -> "Software version";
            case PeerStub stub -> "Stub";
            case EigrpTlv.PeerTermination termination -> "Peer termination";
            case EigrpTlv.Route route -> (route.exterior().isPresent() ? "External route " : "Internal route ") + route.destination();
            case EigrpTlv.Unknown unknown -> "Unknown part";
        };
    }

    static void encode(EigrpTlv tlv, ByteWriter out) {
        out.hexadecimal("Type").u16(tlv.type()).field("Length").u16(tlv.lengthBytes());
        switch (tlv) {
            case EigrpTlv.Parameters parameters ->
                out.field("K1").u8(parameters.k1()).field("K2").u8(parameters.k2()).field("K3").u8(parameters.k3())
                        .field("K4").u8(parameters.k4()).field("K5").u8(parameters.k5()).field("K6").u8(parameters.k6())
                        .field("Hold time in seconds").u16(parameters.holdTimeSeconds());
            case EigrpTlv.SoftwareVersion version ->
                out.field("Major version of the software").u8(version.osMajor())
                        .field("Minor version of the software").u8(version.osMinor())
                        .field("Major version of TLVs").u8(version.tlvMajor()).field("Minor version of TLVs").u8(version.tlvMinor());
            case PeerStub stub -> out.hexadecimal("Stub flags").u16(stub.bits());
            case EigrpTlv.PeerTermination termination ->
                termination.peers().forEach(peer -> out.field("Length").u8(peer.bitLength() / Byte.SIZE).field("Peer").address(peer));
            case EigrpTlv.Route route -> encodeRoute(route, out);
            case EigrpTlv.Unknown unknown -> out.field("Value").octets(unknown.value());
        }
    }

    /** What stands before the destination is in another order with each form of the metric (RFC 7868 sections 6.8.5 and 6.9). */
    private static void encodeRoute(EigrpTlv.Route route, ByteWriter out) {
        int internalTag = route instanceof EigrpTlv.InternalRoute internal ? internal.internalTag() : 0;
        switch (route.metric()) {
            case ClassicMetric classic -> {
                out.field("Next hop").address(route.nextHop());
                route.exterior().ifPresent(origin -> encodeExterior(origin, out));
                encodeMetric(classic, internalTag, out);
            }
            case WideMetric wide -> {
                WideMetricCodec.encode(wide, route.nextHop(), internalTag, out);
                out.field("Next hop").address(route.nextHop());
                route.exterior().ifPresent(origin -> encodeExterior(origin, out));
            }
        }
        encodeDestination(route.destination(), out);
    }

    private static void encodeExterior(ExteriorSection origin, ByteWriter out) {
        out.group("Exterior", () -> out.field("Originating router").address(origin.originatingRouter())
                .field("Originating system").u32(origin.originatingSystem()).field("Tag").u32(origin.tag())
                .field("External metric").u32(origin.externalMetric()).field("Reserved").u16(0)
                .field("External protocol").u8(origin.externalProtocol()).field("Flags").u8(0));
    }

    private static void encodeMetric(ClassicMetric metric, int internalTag, ByteWriter out) {
        out.field("Scaled delay").u32(metric.scaledDelay()).field("Scaled bandwidth").u32(metric.scaledBandwidth())
                .field("MTU").u24(metric.mtuBytes()).field("Hop count").u8(metric.hopCount())
                .field("Reliability").u8(metric.reliability()).field("Load").u8(metric.load())
                .field("Internal tag").u8(internalTag).field("Flags").u8(0);
    }

    private static void encodeDestination(IpPrefix destination, ByteWriter out) {
        out.field("Prefix length").u8(destination.length())
                .field("Destination", destination.toString()).bytes(Arrays.copyOf(destination.network().toBytes(),
                        EigrpTlv.prefixBytes(destination.network().bitLength(), destination.length())));
    }

    static List<EigrpTlv> decode(ByteReader in) {
        List<EigrpTlv> tlvs = new ArrayList<>();
        while (in.remaining() > 0) {
            int type = in.u16();
            int length = in.u16();
            if (length < EigrpTlv.HEADER_BYTES) {
                throw in.problem("a TLV of " + length + " bytes is shorter than its own header");
            }
            ByteReader value = in.slice(length - EigrpTlv.HEADER_BYTES);
            decodeValue(type, value, tlvs);
            value.requireEnd();
        }
        return tlvs;
    }

    private static void decodeValue(int type, ByteReader value, List<EigrpTlv> tlvs) {
        switch (type) {
            case EigrpTlv.Parameters.TYPE -> tlvs.add(new EigrpTlv.Parameters(
                    value.u8(), value.u8(), value.u8(), value.u8(), value.u8(), value.u8(), value.u16()));
            case EigrpTlv.SoftwareVersion.TYPE ->
                tlvs.add(new EigrpTlv.SoftwareVersion(value.u8(), value.u8(), value.u8(), value.u8()));
            case PeerStub.TYPE -> tlvs.add(PeerStub.ofBits(value.u16()));
            case EigrpTlv.PeerTermination.TYPE -> tlvs.add(decodeTermination(value));
            case EigrpTlv.InternalRoute.TYPE -> decodeInternal(value, IPV4_BYTES, tlvs);
            case EigrpTlv.InternalRoute.IPV6_TYPE -> decodeInternal(value, IPV6_BYTES, tlvs);
            case EigrpTlv.ExternalRoute.TYPE -> decodeExternal(value, IPV4_BYTES, tlvs);
            case EigrpTlv.ExternalRoute.IPV6_TYPE -> decodeExternal(value, IPV6_BYTES, tlvs);
            case EigrpTlv.InternalRoute.WIDE_TYPE -> decodeWide(value, false, tlvs);
            case EigrpTlv.ExternalRoute.WIDE_TYPE -> decodeWide(value, true, tlvs);
            default -> tlvs.add(new EigrpTlv.Unknown(type, value.remainingOctets()));
        }
    }

    private static EigrpTlv decodeTermination(ByteReader value) {
        List<IpAddress> peers = new ArrayList<>();
        while (value.remaining() > 0) {
            int length = value.u8();
            if (length != IPV4_BYTES && length != IPV6_BYTES) {
                throw value.problem("an address of " + length + " bytes is neither IPv4 nor IPv6");
            }
            peers.add(address(value, length));
        }
        return new EigrpTlv.PeerTermination(peers);
    }

    /** A TLV may list several destinations with one metric (RFC 7868 section 6.6.3); each becomes a route. */
    private static void decodeInternal(ByteReader value, int addressBytes, List<EigrpTlv> tlvs) {
        IpAddress nextHop = address(value, addressBytes);
        ClassicMetric metric = decodeMetric(value);
        int internalTag = value.u8();
        value.skip(1);
        do {
            tlvs.add(new EigrpTlv.InternalRoute(nextHop, metric, internalTag, decodeDestination(value, addressBytes)));
        } while (value.remaining() > 0);
    }

    private static void decodeExternal(ByteReader value, int addressBytes, List<EigrpTlv> tlvs) {
        IpAddress nextHop = address(value, addressBytes);
        ExteriorSection origin = decodeExterior(value);
        ClassicMetric metric = decodeMetric(value);
        value.skip(2);
        do {
            tlvs.add(new EigrpTlv.ExternalRoute(nextHop, origin, metric, decodeDestination(value, addressBytes)));
        } while (value.remaining() > 0);
    }

    private static void decodeWide(ByteReader value, boolean external, List<EigrpTlv> tlvs) {
        WideMetricCodec.Decoded decoded = WideMetricCodec.decode(value);
        IpAddress nextHop = address(value, decoded.addressBytes());
        Optional<ExteriorSection> origin = external ? Optional.of(decodeExterior(value)) : Optional.empty();
        do {
            tlvs.add(EigrpTlv.Route.of(nextHop, origin, decoded.internalTag(), decoded.metric(),
                    decodeDestination(value, decoded.addressBytes())));
        } while (value.remaining() > 0);
    }

    private static ExteriorSection decodeExterior(ByteReader value) {
        Ipv4Address originatingRouter = Ipv4Address.ofBytes(value.bytes(IPV4_BYTES));
        long originatingSystem = value.u32();
        long tag = value.u32();
        long externalMetric = value.u32();
        value.skip(2);
        int externalProtocol = value.u8();
        value.skip(1);
        return new ExteriorSection(originatingRouter, originatingSystem, tag, externalMetric, externalProtocol);
    }

    private static ClassicMetric decodeMetric(ByteReader value) {
        return new ClassicMetric(value.u32(), value.u32(), value.u24(), value.u8(), value.u8(), value.u8());
    }

    private static IpPrefix decodeDestination(ByteReader value, int addressBytes) {
        int prefixLength = value.u8();
        int addressBits = addressBytes * Byte.SIZE;
        if (prefixLength > addressBits) {
            throw value.problem("a prefix length of " + prefixLength + " is not from 0 to " + addressBits);
        }
        byte[] network = Arrays.copyOf(value.bytes(EigrpTlv.prefixBytes(addressBits, prefixLength)), addressBytes);
        return new IpPrefix(address(network), prefixLength);
    }

    private static IpAddress address(ByteReader value, int addressBytes) {
        return address(value.bytes(addressBytes));
    }

    private static IpAddress address(byte[] bytes) {
        return bytes.length == IPV4_BYTES ? Ipv4Address.ofBytes(bytes) : Ipv6Address.ofBytes(bytes);
    }
}
