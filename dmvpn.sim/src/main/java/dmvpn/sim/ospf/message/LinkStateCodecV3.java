package dmvpn.sim.ospf.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.ospf.message.LinkStateBodyV3.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV3.MetricPrefix;
import dmvpn.sim.ospf.message.LinkStateBodyV3.RouterLink;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bytes of link-state advertisements of version 3 and of their headers (RFC 5340 appendix A.4). */
final class LinkStateCodecV3 {

    private static final int BORDER = 0x01;
    private static final int BOUNDARY = 0x02;
    private static final int TRANSLATOR = 0x10;
    private static final int TAGGED = 0x01;
    private static final int FORWARDED = 0x02;
    private static final int TYPE_2 = 0x04;
    private static final int MAXIMUM_PREFIX_LENGTH = 128;

    private LinkStateCodecV3() {
    }

    static void encode(LinkStateHeader header, ByteWriter out) {
        out.field("Age in seconds").u16(header.ageSeconds())
                .hexadecimal("LS type", header.key().type().titleV3()).u16(header.key().type().codeV3())
                .field("Link-state ID").address(header.key().id()).field("Advertising router").address(header.key().advertisingRouter())
                .hexadecimal("Sequence number").u32(header.sequence()).hexadecimal("Checksum").u16(header.checksum())
                .field("Length").u16(header.lengthBytes());
    }

    static void encode(LinkStateAdvertisement advertisement, ByteWriter out) {
        encode(advertisement.header(), out);
        switch ((LinkStateBodyV3) advertisement.body()) {
            case LinkStateBodyV3.Router router -> encode(router, out);
            case LinkStateBodyV3.Network network -> {
                out.field("Reserved").u8(0).hexadecimal("Options").u24(network.options().bits());
                network.routers().forEach(router -> out.field("Router").address(router));
            }
            case LinkStateBodyV3.InterAreaPrefix network -> {
                out.field("Reserved").u8(0).field("Metric").u24((int) network.metric());
                encode(network.prefix(), 0, out);
            }
            case LinkStateBodyV3.InterAreaRouter router -> out.field("Reserved").u8(0)
                    .hexadecimal("Options").u24(router.options().bits()).field("Reserved").u8(0)
                    .field("Metric").u24((int) router.metric()).field("Router").address(router.router());
            case LinkStateBodyV3.External external -> encode(external, out);
            case LinkStateBodyV3.Link link -> {
                out.field("Priority").u8(link.priority()).hexadecimal("Options").u24(link.options().bits())
                        .field("Link-local address").address(link.linkLocalAddress())
                        .field("Number of prefixes").u32(link.prefixes().size());
                link.prefixes().forEach(prefix -> encode(prefix, 0, out));
            }
            case LinkStateBodyV3.IntraAreaPrefix prefixes -> {
                out.field("Number of prefixes").u16(prefixes.prefixes().size())
                        .hexadecimal("Referenced LS type").u16(prefixes.referenced().type().codeV3())
                        .field("Referenced link-state ID").address(prefixes.referenced().id())
                        .field("Referenced advertising router").address(prefixes.referenced().advertisingRouter());
                prefixes.prefixes().forEach(each -> encode(each.prefix(), each.metric(), out));
            }
        }
    }

    private static void encode(LinkStateBodyV3.Router router, ByteWriter out) {
        out.hexadecimal("Flags").u8((router.border() ? BORDER : 0) | (router.boundary() ? BOUNDARY : 0) | (router.translator() ? TRANSLATOR : 0))
                .hexadecimal("Options").u24(router.options().bits());
        for (RouterLink link : router.links()) {
            out.group("Link", () -> out.field("Type").u8(link.kind().code()).field("Reserved").u8(0).field("Metric").u16(link.metric())
                    .field("Interface ID").u32(link.interfaceId()).field("Neighbor interface ID").u32(link.neighborInterfaceId())
                    .field("Neighbor").address(link.neighbor()));
        }
    }

    private static void encode(LinkStateBodyV3.External external, ByteWriter out) {
        out.hexadecimal("Flags").u8((external.type2() ? TYPE_2 : 0) | (external.forwardingAddress().isPresent() ? FORWARDED : 0)
                | (external.tag().isPresent() ? TAGGED : 0)).field("Metric").u24((int) external.metric());
        encode(external.prefix(), 0, out);
        external.forwardingAddress().ifPresent(address -> out.field("Forwarding address").address(address));
        external.tag().ifPresent(tag -> out.field("Tag").u32(tag));
    }

    /** @param word what is between the options and the address: a metric, a type, or nothing */
    private static void encode(AdvertisedPrefix advertised, int word, ByteWriter out) {
        int length = advertised.prefix().length();
        out.group("Prefix " + advertised.prefix(), () -> out.field("Prefix length").u8(length)
                .hexadecimal("Options").u8(advertised.options()).field("Metric or type").u16(word).field("Address prefix")
                .bytes(Arrays.copyOf(advertised.prefix().network().toBytes(), AdvertisedPrefix.addressBytes(length))));
    }

    static LinkStateHeader decodeHeader(ByteReader in) {
        int ageSeconds = in.u16();
        LinkStateType type = type(in);
        Ipv4Address id = LinkStateCodecV2.address(in);
        Ipv4Address advertisingRouter = LinkStateCodecV2.address(in);
        int sequence = (int) in.u32();
        return new LinkStateHeader(ageSeconds, OspfOptions.NONE, new LinkStateKey(type, id, advertisingRouter), sequence,
                in.u16(), in.u16());
    }

    static LinkStateType type(ByteReader in) {
        int code = in.u16();
        return LinkStateType.ofCodeV3(code).orElseThrow(() ->
                in.problem("link state type 0x" + Integer.toHexString(code) + " is not supported"));
    }

    static LinkStateAdvertisement decode(ByteReader in) {
        int start = in.position();
        LinkStateHeader header = decodeHeader(in);
        ByteReader body = LinkStateCodecV2.body(header, start, in);
        LinkStateBody decoded = switch (header.key().type()) {
            case ROUTER -> decodeRouter(body);
            case NETWORK -> decodeNetwork(body);
            case SUMMARY_NETWORK -> decodeInterAreaPrefix(body);
            case SUMMARY_BOUNDARY_ROUTER -> decodeInterAreaRouter(body);
            case EXTERNAL, NSSA_EXTERNAL -> decodeExternal(body);
            case LINK -> decodeLink(body);
            case INTRA_AREA_PREFIX -> decodeIntraAreaPrefix(body);
        };
        body.requireEnd();
        return new LinkStateAdvertisement(header, decoded);
    }

    private static LinkStateBody decodeRouter(ByteReader in) {
        int flags = in.u8();
        OspfOptions options = new OspfOptions(in.u24());
        List<RouterLink> links = new ArrayList<>();
        while (in.remaining() > 0) {
            LinkKind kind = kind(in);
            in.u8();
            links.add(new RouterLink(kind, in.u16(), in.u32(), in.u32(), LinkStateCodecV2.address(in)));
        }
        return new LinkStateBodyV3.Router((flags & BORDER) != 0, (flags & BOUNDARY) != 0, (flags & TRANSLATOR) != 0, options,
                links);
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
        in.u8();
        OspfOptions options = new OspfOptions(in.u24());
        List<Ipv4Address> routers = new ArrayList<>();
        while (in.remaining() > 0) {
            routers.add(LinkStateCodecV2.address(in));
        }
        return new LinkStateBodyV3.Network(options, routers);
    }

    private static LinkStateBody decodeInterAreaPrefix(ByteReader in) {
        in.u8();
        return new LinkStateBodyV3.InterAreaPrefix(in.u24(), metricPrefix(in).prefix());
    }

    private static LinkStateBody decodeInterAreaRouter(ByteReader in) {
        in.u8();
        OspfOptions options = new OspfOptions(in.u24());
        in.u8();
        return new LinkStateBodyV3.InterAreaRouter(options, in.u24(), LinkStateCodecV2.address(in));
    }

    private static LinkStateBody decodeExternal(ByteReader in) {
        int flags = in.u8();
        int metric = in.u24();
        MetricPrefix prefix = metricPrefix(in);
        if (prefix.metric() != 0) {
            throw in.problem("references to other advertisements are not supported");
        }
        Optional<Ipv6Address> forwardingAddress =
                (flags & FORWARDED) != 0 ? Optional.of(address(in)) : Optional.empty();
        OptionalLong tag = (flags & TAGGED) != 0 ? OptionalLong.of(in.u32()) : OptionalLong.empty();
        return new LinkStateBodyV3.External((flags & TYPE_2) != 0, metric, prefix.prefix(), forwardingAddress, tag);
    }

    private static LinkStateBody decodeLink(ByteReader in) {
        int priority = in.u8();
        OspfOptions options = new OspfOptions(in.u24());
        Ipv6Address linkLocalAddress = address(in);
        long count = in.u32();
        List<AdvertisedPrefix> prefixes = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            prefixes.add(metricPrefix(in).prefix());
        }
        return new LinkStateBodyV3.Link(priority, options, linkLocalAddress, prefixes);
    }

    private static LinkStateBody decodeIntraAreaPrefix(ByteReader in) {
        int count = in.u16();
        LinkStateType type = type(in);
        LinkStateKey referenced = new LinkStateKey(type, LinkStateCodecV2.address(in), LinkStateCodecV2.address(in));
        List<MetricPrefix> prefixes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            prefixes.add(metricPrefix(in));
        }
        return new LinkStateBodyV3.IntraAreaPrefix(referenced, prefixes);
    }

    private static Ipv6Address address(ByteReader in) {
        return (Ipv6Address) in.address(LinkStateBodyV3.ADDRESS_BYTES);
    }

    private static MetricPrefix metricPrefix(ByteReader in) {
        int length = in.u8();
        int options = in.u8();
        int word = in.u16();
        if (length > MAXIMUM_PREFIX_LENGTH) {
            throw in.problem("a prefix length of " + length + " is not one of IPv6");
        }
        byte[] bytes = Arrays.copyOf(in.bytes(AdvertisedPrefix.addressBytes(length)), LinkStateBodyV3.ADDRESS_BYTES);
        return new MetricPrefix(new AdvertisedPrefix(IpPrefix.containing(Ipv6Address.ofBytes(bytes), length), options), word);
    }
}
