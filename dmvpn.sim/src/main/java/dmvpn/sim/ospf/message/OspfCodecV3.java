package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import java.util.ArrayList;
import java.util.List;

/** The bytes of OSPF version 3 (RFC 5340 appendix A.3); the checksum covers a pseudo-header of the IPv6 packet, too. */
final class OspfCodecV3 {

    private static final int LENGTH_OFFSET = 2;
    private static final int CHECKSUM_OFFSET = 12;

    private OspfCodecV3() {
    }

    static void encode(OspfPacketV3 packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Version").u8(OspfPacketV3.VERSION).field("Type", packet.body().title()).u8(packet.body().type())
                .field("Length").u16(0).field("Router ID").address(packet.routerId()).field("Area").address(packet.areaId())
                .hexadecimal("Checksum").u16(0).field("Instance").u8(packet.instanceId()).field("Reserved").u8(0);
        encode(packet.body(), out);
        out.patchU16(start + LENGTH_OFFSET, out.position() - start);
        layers.ipHeader().ifPresent(ip -> out.patchU16(start + CHECKSUM_OFFSET,
                InternetChecksum.withPseudoHeader(ip.source(), ip.destination(), IpPacket.OSPF, out.copyFrom(start))));
    }

    private static void encode(OspfBody body, ByteWriter out) {
        switch (body) {
            case OspfBody.Hello hello -> {
                out.field("Interface ID").u32(((OspfBody.InterfaceId) hello.sender()).number())
                        .field("Priority").u8(hello.priority()).hexadecimal("Options").u24(hello.options().bits())
                        .field("Hello interval in seconds").u16(hello.helloIntervalSeconds())
                        .field("Dead interval in seconds").u16((int) hello.deadIntervalSeconds())
                        .field("Designated router").address(hello.designatedRouter())
                        .field("Backup designated router").address(hello.backupDesignatedRouter());
                hello.neighbors().forEach(neighbor -> out.field("Neighbor").address(neighbor));
            }
            case OspfBody.DatabaseDescription description -> {
                out.field("Reserved").u8(0).hexadecimal("Options").u24(description.options().bits())
                        .field("MTU").u16(description.mtuBytes()).field("Reserved").u8(0)
                        .hexadecimal("Flags").u8(ExchangeFlags.of(description)).field("Sequence number").u32(description.sequence());
                description.headers().forEach(header -> out.group("Header of an advertisement", () -> LinkStateCodecV3.encode(header, out)));
            }
            case OspfBody.LinkStateRequest request -> request.keys().forEach(key ->
                    out.group("Request", () -> out.field("Reserved").u16(0)
                            .hexadecimal("LS type", key.type().titleV3()).u16(key.type().codeV3())
                            .field("Link-state ID").address(key.id()).field("Advertising router").address(key.advertisingRouter())));
            case OspfBody.LinkStateUpdate update -> {
                out.field("Number of advertisements").u32(update.advertisements().size());
                update.advertisements().forEach(advertisement ->
                        out.group("Advertisement", () -> LinkStateCodecV3.encode(advertisement, out)));
            }
            case OspfBody.LinkStateAcknowledgment acknowledgment ->
                acknowledgment.headers().forEach(header ->
                        out.group("Header of an advertisement", () -> LinkStateCodecV3.encode(header, out)));
        }
    }

    /** Reads what is behind the number of the version. */
    static OspfPacketV3 decode(ByteReader in, Layers layers) {
        int type = in.u8();
        int length = in.u16();
        Ipv4Address routerId = LinkStateCodecV2.address(in);
        Ipv4Address areaId = LinkStateCodecV2.address(in);
        in.u16();
        int instanceId = in.u8();
        in.u8();
        if (length != in.length()) {
            throw in.problem("a length of " + length + " bytes does not fit the " + in.length() + " bytes of the packet");
        }
        layers.ipHeader().ifPresent(ip -> {
            if (InternetChecksum.withPseudoHeader(ip.source(), ip.destination(), IpPacket.OSPF, in.copyOfRange(0, length)) != 0) {
                throw in.problem("wrong checksum");
            }
        });
        OspfBody decoded = decodeBody(type, in);
        in.requireEnd();
        return new OspfPacketV3(routerId, areaId, instanceId, decoded);
    }

    private static OspfBody decodeBody(int type, ByteReader in) {
        return switch (type) {
            case 1 -> decodeHello(in);
            case 2 -> decodeDescription(in);
            case 3 -> decodeRequest(in);
            case 4 -> decodeUpdate(in);
            case 5 -> new OspfBody.LinkStateAcknowledgment(decodeHeaders(in));
            default -> throw in.problem("unknown type " + type);
        };
    }

    private static OspfBody decodeHello(ByteReader in) {
        OspfBody.InterfaceId sender = new OspfBody.InterfaceId(in.u32());
        int priority = in.u8();
        OspfOptions options = new OspfOptions(in.u24());
        int helloInterval = in.u16();
        int deadInterval = in.u16();
        Ipv4Address designated = LinkStateCodecV2.address(in);
        Ipv4Address backup = LinkStateCodecV2.address(in);
        List<Ipv4Address> neighbors = new ArrayList<>();
        while (in.remaining() > 0) {
            neighbors.add(LinkStateCodecV2.address(in));
        }
        return new OspfBody.Hello(sender, helloInterval, options, priority, deadInterval, designated, backup, neighbors);
    }

    private static OspfBody decodeDescription(ByteReader in) {
        in.u8();
        OspfOptions options = new OspfOptions(in.u24());
        int mtu = in.u16();
        in.u8();
        int flags = in.u8();
        return ExchangeFlags.description(mtu, options, flags, in.u32(), decodeHeaders(in));
    }

    private static List<LinkStateHeader> decodeHeaders(ByteReader in) {
        List<LinkStateHeader> headers = new ArrayList<>();
        while (in.remaining() > 0) {
            headers.add(LinkStateCodecV3.decodeHeader(in));
        }
        return headers;
    }

    private static OspfBody decodeRequest(ByteReader in) {
        List<LinkStateKey> keys = new ArrayList<>();
        while (in.remaining() > 0) {
            in.u16();
            LinkStateType type = LinkStateCodecV3.type(in);
            keys.add(new LinkStateKey(type, LinkStateCodecV2.address(in), LinkStateCodecV2.address(in)));
        }
        return new OspfBody.LinkStateRequest(keys);
    }

    private static OspfBody decodeUpdate(ByteReader in) {
        long count = in.u32();
        List<LinkStateAdvertisement> advertisements = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            advertisements.add(LinkStateCodecV3.decode(in));
        }
        return new OspfBody.LinkStateUpdate(advertisements);
    }
}
