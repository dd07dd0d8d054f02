package dmvpn.sim.capture;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.ospf.message.AdvertisedPrefix;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import dmvpn.sim.ospf.message.LinkStateBodyV3;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfAuthentication;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.message.OspfPacketV2;
import dmvpn.sim.ospf.message.OspfPacketV3;
import dmvpn.sim.packet.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Packets of OSPF with all that it has. */
final class SampleOspfPackets {

    private SampleOspfPackets() {
    }

    /** Each kind of packet and each type of advertisement of version 2. */
    static List<OspfPacket> version2() {
        Ipv4Address hub = Ipv4Address.parse("10.0.0.1");
        Ipv4Address spoke = Ipv4Address.parse("10.0.0.11");
        Ipv4Address network = Ipv4Address.parse("192.168.12.0");
        List<LinkStateAdvertisement> advertisements = List.of(
                advertisement(LinkStateType.ROUTER, hub, new LinkStateBodyV2.Router(true, true, false, List.of(
                        new LinkStateBodyV2.RouterLink(LinkStateBodyV2.LinkKind.POINT_TO_POINT, spoke, hub, 1000),
                        new LinkStateBodyV2.RouterLink(LinkStateBodyV2.LinkKind.TRANSIT, hub, hub, 10),
                        LinkStateBodyV2.RouterLink.stub(IpPrefix.parse("192.168.1.0/24"), 1)))),
                advertisement(LinkStateType.NETWORK, hub, new LinkStateBodyV2.Network(24, List.of(hub, spoke))),
                advertisement(LinkStateType.SUMMARY_NETWORK, network, new LinkStateBodyV2.Summary(24, 65_536)),
                advertisement(LinkStateType.SUMMARY_BOUNDARY_ROUTER, spoke, new LinkStateBodyV2.Summary(0, 20)),
                advertisement(LinkStateType.EXTERNAL, network, new LinkStateBodyV2.External(24, true, 20, Ipv4Address.ANY, 777)),
                advertisement(LinkStateType.NSSA_EXTERNAL, network, new LinkStateBodyV2.External(24, false, 20, spoke, 0)));
        List<LinkStateHeader> headers = advertisements.stream().map(LinkStateAdvertisement::header).toList();
        List<OspfBody> bodies = List.of(
                new OspfBody.Hello(new OspfBody.NetworkMask(24), 10, OspfOptions.NORMAL, 255, 40, hub, Ipv4Address.ANY, List.of(hub, spoke)),
                new OspfBody.DatabaseDescription(1400, OspfOptions.NORMAL, true, true, true, 4711, List.of()),
                new OspfBody.DatabaseDescription(1400, OspfOptions.NORMAL, false, false, false, 4711, headers),
                new OspfBody.LinkStateRequest(headers.stream().map(LinkStateHeader::key).toList()),
                new OspfBody.LinkStateUpdate(advertisements),
                new OspfBody.LinkStateAcknowledgment(headers));
        OspfAuthentication password = new OspfAuthentication.Simple(Octets.ofHex("7365637265740000"));
        OspfAuthentication digest = new OspfAuthentication.Cryptographic(1, 42, Octets.ofHex("00112233445566778899aabbccddeeff"));
        return Stream.of(new OspfAuthentication.None(), password, digest).flatMap(authentication -> bodies.stream()
                .<OspfPacket>map(body -> new OspfPacketV2(spoke, Ipv4Address.ANY, authentication, body))).toList();
    }

    /** Each kind of packet and each type of advertisement of version 3. */
    static List<OspfPacket> version3() {
        Ipv4Address hub = Ipv4Address.parse("1.1.1.1");
        Ipv4Address spoke = Ipv4Address.parse("2.2.2.2");
        Ipv6Address address = (Ipv6Address) IpAddress.parse("2001:db8::9");
        AdvertisedPrefix prefix = AdvertisedPrefix.of(IpPrefix.parse("2001:db8:12::/48"));
        OspfOptions options = OspfOptions.NORMAL.forwardingIpv6();
        LinkStateKey network = new LinkStateKey(LinkStateType.NETWORK, Ipv4Address.parse("0.0.0.1"), hub);
        List<LinkStateAdvertisement> advertisements = List.of(
                ofVersion3(LinkStateType.ROUTER, new LinkStateBodyV3.Router(true, true, false, options, List.of(
                        new LinkStateBodyV3.RouterLink(LinkStateBodyV3.LinkKind.POINT_TO_POINT, 10, 1, 2, spoke),
                        new LinkStateBodyV3.RouterLink(LinkStateBodyV3.LinkKind.TRANSIT, 20, 3, 1, hub)))),
                ofVersion3(LinkStateType.NETWORK, new LinkStateBodyV3.Network(options, List.of(hub, spoke))),
                ofVersion3(LinkStateType.SUMMARY_NETWORK, new LinkStateBodyV3.InterAreaPrefix(20, prefix)),
                ofVersion3(LinkStateType.SUMMARY_BOUNDARY_ROUTER, new LinkStateBodyV3.InterAreaRouter(options, 20, spoke)),
                ofVersion3(LinkStateType.EXTERNAL, new LinkStateBodyV3.External(true, 20, prefix, Optional.empty(),
                        OptionalLong.of(777))),
                ofVersion3(LinkStateType.NSSA_EXTERNAL, new LinkStateBodyV3.External(false, 20, prefix, Optional.of(address),
                        OptionalLong.empty())),
                ofVersion3(LinkStateType.LINK, new LinkStateBodyV3.Link(1, options, (Ipv6Address) IpAddress.parse("fe80::1"),
                        List.of(prefix))),
                ofVersion3(LinkStateType.INTRA_AREA_PREFIX, new LinkStateBodyV3.IntraAreaPrefix(network,
                        List.of(new LinkStateBodyV3.MetricPrefix(prefix, 10)))));
        List<LinkStateHeader> headers = advertisements.stream().map(LinkStateAdvertisement::header).toList();
        return Stream.<OspfBody>of(
                new OspfBody.Hello(new OspfBody.InterfaceId(7), 10, options, 255, 40, hub, Ipv4Address.ANY, List.of(hub, spoke)),
                new OspfBody.DatabaseDescription(1400, options, false, false, false, 4711, headers),
                new OspfBody.LinkStateRequest(headers.stream().map(LinkStateHeader::key).toList()),
                new OspfBody.LinkStateUpdate(advertisements),
                new OspfBody.LinkStateAcknowledgment(headers))
                .<OspfPacket>map(body -> new OspfPacketV3(spoke, Ipv4Address.ANY, 0, body)).toList();
    }

    private static LinkStateAdvertisement ofVersion3(LinkStateType type, LinkStateBodyV3 body) {
        return LinkStateAdvertisement.originate(new LinkStateKey(type, Ipv4Address.parse("0.0.0.1"), Ipv4Address.parse("1.1.1.1")),
                OspfOptions.NONE, LinkStateHeader.INITIAL_SEQUENCE + 4, body).withAge(17);
    }

    private static LinkStateAdvertisement advertisement(LinkStateType type, Ipv4Address id, LinkStateBody body) {
        LinkStateKey key = new LinkStateKey(type, id, Ipv4Address.parse("10.0.0.1"));
        return LinkStateAdvertisement.originate(key,
                type == LinkStateType.NSSA_EXTERNAL ? OspfOptions.NOT_SO_STUBBY : OspfOptions.NORMAL,
                LinkStateHeader.INITIAL_SEQUENCE + 4, body).withAge(17);
    }
}
