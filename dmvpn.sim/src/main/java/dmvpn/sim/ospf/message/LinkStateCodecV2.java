package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateBodyV2.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV2.RouterLink;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** The bytes of link-state advertisements of version 2 and of their headers (RFC 2328 appendix A.4; RFC 3101 appendix C). */
final class LinkStateCodecV2 {

    static final int CHECKSUM_OFFSET = 16;

    private static final int BORDER = 0x01;
    private static final int BOUNDARY = 0x02;
    private static final int TRANSLATOR = 0x10;
    private static final int TYPE_2 = 0x80;
    private static final int ADDRESS_BYTES = 4;
    private static final int ADDRESS_BITS = 32;

    private LinkStateCodecV2() {
    }

    static void encode(LinkStateHeader header, ByteWriter out) {
        out.field("Age in seconds").u16(header.ageSeconds()).hexadecimal("Options").u8(header.options().bits())
                .field("LS type", header.key().type().title()).u8(header.key().type().code())
                .field("Link-state ID").address(header.key().id()).field("Advertising router").address(header.key().advertisingRouter())
                .hexadecimal("Sequence number").u32(header.sequence()).hexadecimal("Checksum").u16(header.checksum())
                .field("Length").u16(header.lengthBytes());
    }

    static void encode(LinkStateAdvertisement advertisement, ByteWriter out) {
        encode(advertisement.header(), out);
        switch ((LinkStateBodyV2) advertisement.body()) {
            case LinkStateBodyV2.Router router -> encode(router, out);
            case LinkStateBodyV2.Network network -> {
                encodeMask(network.maskLength(), out);
                network.routers().forEach(router -> out.field("Router").address(router));
            }
            case LinkStateBodyV2.Summary summary -> encodeMask(summary.maskLength(), out).field("Reserved").u8(0)
                    .field("Metric").u24((int) summary.metric());
            case LinkStateBodyV2.External external -> encodeMask(external.maskLength(), out)
                    .hexadecimal("Type of the metric", external.type2() ? "2" : "1").u8(external.type2() ? TYPE_2 : 0)
                    .field("Metric").u24((int) external.metric()).field("Forwarding address").address(external.forwardingAddress())
                    .field("Tag").u32(external.tag());
        }
    }

    private static void encode(LinkStateBodyV2.Router router, ByteWriter out) {
        out.hexadecimal("Flags").u8((router.border() ? BORDER : 0) | (router.boundary() ? BOUNDARY : 0) | (router.translator() ? TRANSLATOR : 0))
                .field("Reserved").u8(0).field("Number of links").u16(router.links().size());
        for (RouterLink link : router.links()) {
            out.group("Link", () -> out.field("Link ID").address(link.id()).field("Link data").address(link.data())
                    .field("Type").u8(link.kind().code()).field("Number of services").u8(0).field("Metric").u16(link.metric()));
        }
    }

    private static long mask(int length) {
        return length == 0 ? 0 : 0xffff_ffffL << ADDRESS_BITS - length & 0xffff_ffffL;
    }

    static LinkStateHeader decodeHeader(ByteReader in) {
        int ageSeconds = in.u16();
        OspfOptions options = new OspfOptions(in.u8());
        int code = in.u8();
        LinkStateType type = LinkStateType.ofCode(code)
                .orElseThrow(() -> in.problem("link state type " + code + " is not supported"));
        Ipv4Address id = address(in);
        Ipv4Address advertisingRouter = address(in);
        int sequence = (int) in.u32();
        return new LinkStateHeader(ageSeconds, options, new LinkStateKey(type, id, advertisingRouter), sequence, in.u16(),
                in.u16());
    }

    static LinkStateAdvertisement decode(ByteReader in) {
        int start = in.position();
        LinkStateHeader header = decodeHeader(in);
        ByteReader body = body(header, start, in);
        LinkStateBody decoded = switch (header.key().type()) {
            case ROUTER -> decodeRouter(body);
            case NETWORK -> decodeNetwork(body);
            case SUMMARY_NETWORK, SUMMARY_BOUNDARY_ROUTER -> decodeSummary(body);
            case EXTERNAL, NSSA_EXTERNAL -> decodeExternal(body);
            case LINK, INTRA_AREA_PREFIX -> throw new IllegalStateException("Not a type of version 2");
        };
        body.requireEnd();
        return new LinkStateAdvertisement(header, decoded);
    }

    /**
     * What is behind a header, with the checksum that it says.
     *
     * @param start place of the header
     */
    static ByteReader body(LinkStateHeader header, int start, ByteReader in) {
        if (header.lengthBytes() < LinkStateHeader.BYTES) {
            throw in.problem("an advertisement of " + header.lengthBytes() + " bytes is shorter than its own header");
        }
        ByteReader body = in.slice(header.lengthBytes() - LinkStateHeader.BYTES);
        if (!FletcherChecksum.isRight(in.copyOfRange(start, start + header.lengthBytes()), FletcherChecksum.AGE_BYTES)) {
            throw in.problem("wrong checksum of the advertisement");
        }
        return body;
    }

    private static LinkStateBody decodeRouter(ByteReader in) {
        int flags = in.u8();
        in.u8();
        int count = in.u16();
        List<RouterLink> links = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Ipv4Address id = address(in);
            Ipv4Address data = address(in);
            LinkKind kind = kind(in);
            if (in.u8() != 0) {
                throw in.problem("metrics for types of service are not supported");
            }
            links.add(new RouterLink(kind, id, data, in.u16()));
        }
        return new LinkStateBodyV2.Router((flags & BORDER) != 0, (flags & BOUNDARY) != 0, (flags & TRANSLATOR) != 0, links);
    }

    private static LinkKind kind(ByteReader in) {
        int code = in.u8();
        for (LinkKind kind : LinkKind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw in.problem("links of type " + code + " are not supported");
    }

    private static LinkStateBody decodeNetwork(ByteReader in) {
        int maskLength = maskLength(in);
        List<Ipv4Address> routers = new ArrayList<>();
        while (in.remaining() > 0) {
            routers.add(address(in));
        }
        return new LinkStateBodyV2.Network(maskLength, routers);
    }

    private static LinkStateBody decodeSummary(ByteReader in) {
        int maskLength = maskLength(in);
        in.u8();
        return new LinkStateBodyV2.Summary(maskLength, in.u24());
    }

    private static LinkStateBody decodeExternal(ByteReader in) {
        int maskLength = maskLength(in);
        boolean type2 = (in.u8() & TYPE_2) != 0;
        return new LinkStateBodyV2.External(maskLength, type2, in.u24(), address(in), in.u32());
    }

    static int maskLength(ByteReader in) {
        int bits = (int) in.u32();
        int length = Integer.bitCount(bits);
        if (mask(length) != Integer.toUnsignedLong(bits)) {
            throw in.problem("the mask has gaps");
        }
        return length;
    }

    static Ipv4Address address(ByteReader in) {
        return (Ipv4Address) in.address(ADDRESS_BYTES);
    }

    static ByteWriter encodeMask(int length, ByteWriter out) {
        return out.hexadecimal("Mask", "/" + length).u32(mask(length));
    }
}
