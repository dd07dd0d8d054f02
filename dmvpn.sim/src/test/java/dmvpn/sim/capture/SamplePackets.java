package dmvpn.sim.capture;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.sim.eigrp.message.ClassicMetric;
import dmvpn.sim.eigrp.message.EigrpFlags;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExteriorSection;
import dmvpn.sim.eigrp.message.ExternalProtocol;
import dmvpn.sim.eigrp.message.PeerStub;
import dmvpn.sim.eigrp.message.WideMetric;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.icmp.Icmpv6Packet;
import dmvpn.sim.icmp.Icmpv6UnreachableReason;
import dmvpn.sim.icmp.UnreachableReason;
import dmvpn.sim.ike.message.EspSuite;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.message.NatDetection;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.Proposal;
import dmvpn.sim.ike.message.SecurityProtocol;
import dmvpn.sim.ike.message.TrafficSelector;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.message.OspfPacketV3;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.tunnel.GrePacket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Each message that routers of one network exchange, as they would send it. */
final class SamplePackets {

    static final IpAddress HUB_NBMA = IpAddress.parse("203.0.113.1");
    static final IpAddress SPOKE_NBMA = IpAddress.parse("198.51.100.11");
    static final IpAddress HUB = IpAddress.parse("10.0.0.1");
    static final IpAddress SPOKE = IpAddress.parse("10.0.0.11");
    static final IpAddress HUB_HOST = IpAddress.parse("192.168.12.10");
    static final IpAddress SPOKE_HOST = IpAddress.parse("192.168.11.10");
    static final IpAddress HUB_NBMA_IPV6 = IpAddress.parse("2001:db8:1::1");
    static final IpAddress SPOKE_NBMA_IPV6 = IpAddress.parse("2001:db8:2::11");
    static final IpAddress HUB_IPV6 = IpAddress.parse("2001:db8:ff::1");
    static final IpAddress SPOKE_IPV6 = IpAddress.parse("2001:db8:ff::11");
    static final IpAddress HUB_HOST_IPV6 = IpAddress.parse("2001:db8:12::10");
    static final IpAddress SPOKE_HOST_IPV6 = IpAddress.parse("2001:db8:11::10");
    static final long INITIATOR_SPI = 0x1122334455667788L;
    static final long RESPONDER_SPI = 0x99aabbccddeeff00L;

    private static final IpAddress ALL_EIGRP_ROUTERS = IpAddress.parse("224.0.0.10");
    private static final int AUTONOMOUS_SYSTEM = 100;
    private static final int GRE_KEY = 100;

    private SamplePackets() {
    }

    static List<NhrpPacket> nhrp() {
        RegistrationRequest registration = registration("dmvpnkey");
        ClientInformationEntry hubItself = ClientInformationEntry.mapping(0, 1400, 600, HUB_NBMA, HUB);
        ResolutionRequest resolution = new ResolutionRequest(NhrpHeader.originated(SPOKE_NBMA, SPOKE, HUB_HOST), 7,
                ResolutionFlags.REQUEST, List.of(ClientInformationEntry.ofSource(32, 1400, 600)),
                extensions("dmvpnkey", NhrpExtension.NatAddress.EMPTY));
        PurgeRequest purge = new PurgeRequest(NhrpHeader.originated(HUB_NBMA, HUB, SPOKE), 64, false,
                List.of(ClientInformationEntry.ofPrefix(24, IpAddress.parse("192.168.12.0"))),
                List.of(new NhrpExtension.Authentication("dmvpnkey")));
        return List.of(
                registration,
                registration("NHRPKEY"),
                registration.reply(registration.entries()).withExtension(NhrpExtension.ResponderAddress.of(hubItself)),
                registration.reply(List.of(registration.entries().get(0).refused(CieCode.UNIQUE_ADDRESS_REGISTERED))),
                resolution,
                resolution.withHeader(resolution.header().forwarded())
                        .withExtension(NhrpExtension.ForwardTransitRecord.EMPTY.with(hubItself)),
                resolution.reply(ResolutionFlags.REPLY,
                                List.of(ClientInformationEntry.mapping(24, 1400, 600, HUB_NBMA, HUB)))
                        .withExtension(NhrpExtension.ResponderAddress.of(hubItself)),
                purge,
                purge.reply(purge.entries()),
                ErrorIndication.about(registration, ErrorCode.AUTHENTICATION_FAILURE,
                        NhrpHeader.originated(HUB_NBMA, HUB, SPOKE)),
                TrafficIndication.redirect(NhrpHeader.originated(HUB_NBMA, HUB, SPOKE_HOST), ping(),
                        List.of(new NhrpExtension.Authentication("dmvpnkey"))),
                ofFrr(registration),
                ErrorIndication.about(ofFrr(registration), ErrorCode.AUTHENTICATION_FAILURE,
                        NhrpHeader.originated(HUB_NBMA, HUB, SPOKE).withHopCount(0)));
    }

    /** One hop, and the extensions in the order of FRRouting. */
    private static RegistrationRequest ofFrr(RegistrationRequest registration) {
        List<NhrpExtension> byType = registration.extensions();
        return registration.withHeader(registration.header().withHopCount(1)).withExtensions(
                List.of(byType.get(1), byType.get(2), byType.get(0), byType.get(4), byType.get(3)));
    }

    static RegistrationRequest registration(String password) {
        return new RegistrationRequest(NhrpHeader.originated(SPOKE_NBMA, SPOKE, HUB), 65_537,
                new RegistrationFlags(true, true), List.of(ClientInformationEntry.ofSource(32, 17_916, 600)),
                extensions(password, NhrpExtension.NatAddress.EMPTY.with(
                        ClientInformationEntry.mapping(32, 17_916, 0, HUB_NBMA, HUB))));
    }

    private static List<NhrpExtension> extensions(String password, NhrpExtension.NatAddress nat) {
        return List.of(NhrpExtension.ResponderAddress.EMPTY, NhrpExtension.ForwardTransitRecord.EMPTY,
                NhrpExtension.ReverseTransitRecord.EMPTY, new NhrpExtension.Authentication(password), nat);
    }

    static List<EigrpPacket> eigrp() {
        ClassicMetric metric = ClassicMetric.ofInterface(1_000_000, 10, 1500).through(100, 50_000, 1400);
        EigrpTlv.InternalRoute lan = new EigrpTlv.InternalRoute(Ipv4Address.ANY, metric, IpPrefix.parse("192.168.12.0/24"));
        EigrpTlv.InternalRoute summary =
                new EigrpTlv.InternalRoute(Ipv4Address.ANY, metric, IpPrefix.parse("192.168.0.0/16"));
        EigrpTlv.InternalRoute all = new EigrpTlv.InternalRoute(Ipv4Address.ANY, metric, IpPrefix.IPV4_DEFAULT);
        EigrpTlv.ExternalRoute external = new EigrpTlv.ExternalRoute(Ipv4Address.ANY,
                new ExteriorSection(Ipv4Address.parse("10.0.0.1"), 65_000, 77, 0, ExternalProtocol.STATIC.number()), metric, IpPrefix.parse("172.16.0.0/12"));
        ClassicMetric plain = ClassicMetric.ofInterface(1_000_000, 10, 1500);
        List<EigrpTlv> ipv6 = List.of(
                new EigrpTlv.InternalRoute(Ipv6Address.ANY, plain, IpPrefix.parse("2001:db8:1::/48")),
                new EigrpTlv.InternalRoute(IpAddress.parse("fe80::1"), plain, IpPrefix.parse("2001:db8:1:2:8000::/66")),
                new EigrpTlv.InternalRoute(Ipv6Address.ANY, plain, IpPrefix.parse("2001:db8::1/128")),
                new EigrpTlv.InternalRoute(Ipv6Address.ANY, plain, IpPrefix.parse("::/0")),
                new EigrpTlv.ExternalRoute(Ipv6Address.ANY, external.origin(), plain, IpPrefix.parse("2001:db8:2::/64")));
        WideMetric wide = WideMetric.ofInterface(10_000_000, 1_000_000, 1500).from(Ipv4Address.parse("10.0.0.1"));
        List<EigrpTlv> multiprotocol = List.of(
                new EigrpTlv.InternalRoute(Ipv4Address.ANY, wide, IpPrefix.parse("192.168.12.0/24")),
                new EigrpTlv.InternalRoute(Ipv4Address.parse("10.0.0.2"), wide, 200, IpPrefix.parse("192.168.0.0/16")),
                new EigrpTlv.ExternalRoute(Ipv4Address.ANY, external.origin(), wide, IpPrefix.parse("172.16.0.0/12")),
                new EigrpTlv.InternalRoute(Ipv6Address.ANY, wide.unreachable(), IpPrefix.parse("2001:db8:1::/48")),
                new EigrpTlv.ExternalRoute(Ipv6Address.ANY, external.origin(), wide, IpPrefix.parse("2001:db8:2::/64")));
        EigrpTlv.InternalRoute lost =
                new EigrpTlv.InternalRoute(Ipv4Address.ANY, metric.unreachable(), IpPrefix.parse("10.9.8.7/32"));
        return List.of(
                EigrpPacket.hello(AUTONOMOUS_SYSTEM,
                        List.of(EigrpTlv.Parameters.standard(15), EigrpTlv.SoftwareVersion.classic(16, 9))),
                EigrpPacket.hello(AUTONOMOUS_SYSTEM,
                        List.of(EigrpTlv.Parameters.standard(15), EigrpTlv.SoftwareVersion.classic(16, 9),
                                new PeerStub(true, false, true, false, false, false))),
                EigrpPacket.hello(AUTONOMOUS_SYSTEM,
                        List.of(EigrpTlv.Parameters.goodbye(15), EigrpTlv.SoftwareVersion.classic(16, 9))),
                EigrpPacket.hello(AUTONOMOUS_SYSTEM,
                        List.of(EigrpTlv.Parameters.standard(15), EigrpTlv.SoftwareVersion.classic(16, 9),
                                new EigrpTlv.PeerTermination(List.of(Ipv4Address.parse("10.0.0.11"))))),
                EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.INIT, 1, 0, AUTONOMOUS_SYSTEM, List.of()),
                EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.END_OF_TABLE, 2, 1, AUTONOMOUS_SYSTEM,
                        List.of(lan, summary, all, external)),
                EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.NONE, 5, 1, AUTONOMOUS_SYSTEM, ipv6),
                EigrpPacket.hello(AUTONOMOUS_SYSTEM, List.of(EigrpTlv.Parameters.standard(15), EigrpTlv.SoftwareVersion.wide(17, 12))),
                EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.NONE, 6, 1, AUTONOMOUS_SYSTEM, multiprotocol),
                EigrpPacket.acknowledgement(AUTONOMOUS_SYSTEM, 2),
                EigrpPacket.reliable(EigrpOpcode.QUERY, EigrpFlags.NONE, 3, 0, AUTONOMOUS_SYSTEM, List.of(lost)),
                EigrpPacket.reliable(EigrpOpcode.REPLY, EigrpFlags.NONE, 4, 0, AUTONOMOUS_SYSTEM, List.of(lost)));
    }

    static IpPacket ping() {
        return new IpPacket(SPOKE_HOST, HUB_HOST, IpPacket.ICMP, 254, 0, false, 0x1234,
                new IcmpPacket.EchoRequest(1, 5, IcmpPacket.EchoRequest.DEFAULT_DATA_BYTES));
    }

    static List<IcmpPacket> icmp() {
        return List.of(
                new IcmpPacket.EchoRequest(1, 5, 72),
                new IcmpPacket.EchoReply(1, 5, 72),
                new IcmpPacket.TimeExceeded(true, new Quotation.OfPacket(ping(), IcmpPacket.QUOTED_BYTES)),
                new IcmpPacket.TimeExceeded(new Quotation.OfPacket(ping(), IcmpPacket.QUOTED_BYTES)),
                new IcmpPacket.DestinationUnreachable(UnreachableReason.FRAGMENTATION_NEEDED, 1400,
                        new Quotation.OfPacket(ping(), IcmpPacket.QUOTED_BYTES)));
    }

    static IpPacket pingOverIpv6() {
        return new IpPacket(SPOKE_HOST_IPV6, HUB_HOST_IPV6, IpPacket.ICMPV6, 254, 0, false, 0,
                new Icmpv6Packet.EchoRequest(1, 5, Icmpv6Packet.EchoRequest.DEFAULT_DATA_BYTES));
    }

    static List<Icmpv6Packet> icmpv6() {
        Quotation dropped = new Quotation.OfPacket(pingOverIpv6(), Icmpv6Packet.QUOTED_BYTES);
        Stream<Icmpv6Packet> unreachable = Stream.of(Icmpv6UnreachableReason.values())
                .map(reason -> new Icmpv6Packet.DestinationUnreachable(reason, dropped));
        return Stream.concat(unreachable, Stream.of(
                new Icmpv6Packet.EchoRequest(1, 5, Icmpv6Packet.EchoRequest.DEFAULT_DATA_BYTES),
                new Icmpv6Packet.EchoReply(1, 5, Icmpv6Packet.EchoRequest.DEFAULT_DATA_BYTES),
                new Icmpv6Packet.PacketTooBig(1400, dropped),
                new Icmpv6Packet.TimeExceeded(dropped),
                new Icmpv6Packet.UnrecognizedNextHeader(Icmpv6Packet.UnrecognizedNextHeader.OF_IPV6_HEADER, dropped))).toList();
    }

    /** Messages of NHRP with the same course as those above, IPv6 at both levels. */
    static List<NhrpPacket> nhrpOfIpv6() {
        ClientInformationEntry hubItself = ClientInformationEntry.mapping(0, 1400, 600, HUB_NBMA_IPV6, HUB_IPV6);
        RegistrationRequest registration = new RegistrationRequest(
                NhrpHeader.originated(SPOKE_NBMA_IPV6, SPOKE_IPV6, HUB_IPV6), 65537, new RegistrationFlags(true, true),
                List.of(ClientInformationEntry.ofSource(128, 1400, 600)),
                extensions("dmvpnkey", new NhrpExtension.NatAddress(
                        List.of(ClientInformationEntry.mapping(128, 1400, 0, HUB_NBMA_IPV6, HUB_IPV6)))));
        ResolutionRequest resolution = new ResolutionRequest(
                NhrpHeader.originated(SPOKE_NBMA_IPV6, SPOKE_IPV6, HUB_HOST_IPV6), 7, ResolutionFlags.REQUEST,
                List.of(ClientInformationEntry.ofSource(128, 1400, 600)),
                extensions("dmvpnkey", NhrpExtension.NatAddress.EMPTY));
        PurgeRequest purge = new PurgeRequest(NhrpHeader.originated(HUB_NBMA_IPV6, HUB_IPV6, SPOKE_IPV6), 64, false,
                List.of(ClientInformationEntry.ofPrefix(64, IpAddress.parse("2001:db8:12::"))),
                List.of(new NhrpExtension.Authentication("dmvpnkey")));
        return List.of(
                registration,
                registration.reply(registration.entries()).withExtension(NhrpExtension.ResponderAddress.of(hubItself)),
                resolution,
                resolution.withHeader(resolution.header().forwarded())
                        .withExtension(NhrpExtension.ForwardTransitRecord.EMPTY.with(hubItself)),
                resolution.reply(ResolutionFlags.REPLY,
                                List.of(ClientInformationEntry.mapping(64, 1400, 600, HUB_NBMA_IPV6, HUB_IPV6)))
                        .withExtension(NhrpExtension.ResponderAddress.of(hubItself)),
                purge,
                purge.reply(purge.entries()),
                ErrorIndication.about(registration, ErrorCode.AUTHENTICATION_FAILURE,
                        NhrpHeader.originated(HUB_NBMA_IPV6, HUB_IPV6, SPOKE_IPV6)),
                TrafficIndication.redirect(NhrpHeader.originated(HUB_NBMA_IPV6, HUB_IPV6, SPOKE_HOST_IPV6), pingOverIpv6(),
                        List.of()));
    }

    /** A packet in GRE with a delivery header of IPv6 (RFC 7676). */
    static IpPacket inGreOverIpv6(Packet packet) {
        int protocolType = packet instanceof NhrpPacket ? GrePacket.NHRP : GrePacket.IPV6;
        return IpPacket.originated(SPOKE_NBMA_IPV6, HUB_NBMA_IPV6, IpPacket.GRE,
                new GrePacket(OptionalLong.of(GRE_KEY), protocolType, packet));
    }

    static List<IpPacket> tcp() {
        return List.of(
                new TcpSegment(49152, 9, 0, 0, true, false, OptionalInt.of(1460), 0),
                new TcpSegment(9, 49152, 0, 1, true, true, OptionalInt.of(1360), 0),
                new TcpSegment(49152, 9, 1, 1, false, true, OptionalInt.empty(), 0),
                new TcpSegment(49152, 9, 1, 1, false, true, OptionalInt.empty(), 1360),
                new TcpSegment(9, 49152, 1, 1361, false, true, OptionalInt.empty(), 0)).stream()
                .map(segment -> IpPacket.originated(segment.sourcePort() == 9 ? HUB_HOST : SPOKE_HOST,
                        segment.sourcePort() == 9 ? SPOKE_HOST : HUB_HOST, IpPacket.TCP, segment)).toList();
    }

    static IpPacket inGre(NhrpPacket packet) {
        return gre(GrePacket.NHRP, packet);
    }

    static IpPacket inGre(EigrpPacket packet) {
        return gre(GrePacket.IPV4, new IpPacket(SPOKE, ALL_EIGRP_ROUTERS, IpPacket.EIGRP, 2, 0xc0, false, 0, packet));
    }

    static IpPacket inGre(OspfPacket packet) {
        if (packet instanceof OspfPacketV3) {
            return gre(GrePacket.IPV6, new IpPacket(IpAddress.parse("fe80::2"), IpAddress.parse("ff02::5"), IpPacket.OSPF, 1, 0xc0, false,
                    0, packet));
        }
        return gre(GrePacket.IPV4, new IpPacket(SPOKE, IpAddress.parse("224.0.0.5"), IpPacket.OSPF, 1, 0xc0, false, 0, packet));
    }

    static IpPacket inGre(IpPacket packet) {
        return gre(GrePacket.IPV4, packet);
    }

    private static IpPacket gre(int protocolType, Packet content) {
        return IpPacket.originated(SPOKE_NBMA, HUB_NBMA, IpPacket.GRE,
                new GrePacket(OptionalLong.of(GRE_KEY), protocolType, content));
    }

    /** A GRE packet behind ESP, in the mode of the transform. */
    static IpPacket inEsp(IpPacket gre, long spi, long sequenceNumber, EspTransform transform) {
        boolean tunnel = transform.mode() == EncapsulationMode.TUNNEL;
        return IpPacket.originated(gre.source(), gre.destination(), IpPacket.ESP,
                new EspPacket(spi, sequenceNumber, transform, tunnel ? inner(gre) : IpPacket.GRE,
                        tunnel ? gre : gre.content()));
    }

    private static int inner(IpPacket gre) {
        return gre.source() instanceof Ipv4Address ? EspPacket.IPV4_IN_IP : EspPacket.IPV6_IN_IP;
    }

    /** Initial exchanges, a new child SA for an old one, a sign of life and a delete (RFC 7296 section 1). */
    static List<IpPacket> ike(IkeSuite suite, EspTransform transform, long initiatorSpi, long responderSpi) {
        SplittableRandom random = new SplittableRandom(7);
        IkePacket initRequest = IkePacket.initRequest(initiatorSpi, List.of(
                new IkePayload.SecurityAssociation(List.of(new Proposal.ForIke(1, OptionalLong.empty(), suite))),
                new IkePayload.KeyExchange(suite.diffieHellmanGroup()), IkePayload.Nonce.random(random),
                IkePayload.Notify.of(NotifyType.NAT_DETECTION_SOURCE_IP,
                        NatDetection.hash(initiatorSpi, 0, SPOKE_NBMA, IkePacket.UDP_PORT)),
                IkePayload.Notify.of(NotifyType.NAT_DETECTION_DESTINATION_IP,
                        NatDetection.hash(initiatorSpi, 0, HUB_NBMA, IkePacket.UDP_PORT))));
        IkePacket wrongGroup = IkePacket.initResponse(initiatorSpi, 0, List.of(IkePayload.Notify.wantedGroup(19)));
        IkePacket initResponse = IkePacket.initResponse(initiatorSpi, responderSpi, List.of(
                new IkePayload.SecurityAssociation(List.of(new Proposal.ForIke(1, OptionalLong.empty(), suite))),
                new IkePayload.KeyExchange(suite.diffieHellmanGroup()), IkePayload.Nonce.random(random)));
        IkePacket authRequest = new IkePacket(initiatorSpi, responderSpi, IkeExchange.IKE_AUTH, true, false, 1,
                Optional.of(suite), List.of(new IkePayload.IdInitiator(new Identity.Address(SPOKE_NBMA)),
                        IkePayload.Authentication.bySharedKey("wan-psk", suite.pseudoRandomFunction()),
                        childProposal(transform, 0x1001, OptionalInt.empty()),
                        new IkePayload.TsInitiator(List.of(TrafficSelector.greOf(SPOKE_NBMA))),
                        new IkePayload.TsResponder(List.of(TrafficSelector.greOf(HUB_NBMA))),
                        IkePayload.Notify.of(NotifyType.INITIAL_CONTACT),
                        IkePayload.Notify.of(NotifyType.USE_TRANSPORT_MODE)));
        IkePacket authResponse = authRequest.answer(List.of(new IkePayload.IdResponder(new Identity.Address(HUB_NBMA)),
                IkePayload.Authentication.bySharedKey("wan-psk", suite.pseudoRandomFunction()),
                childProposal(transform, 0x2001, OptionalInt.empty()),
                new IkePayload.TsInitiator(List.of(TrafficSelector.greOf(SPOKE_NBMA))),
                new IkePayload.TsResponder(List.of(TrafficSelector.greOf(HUB_NBMA))),
                IkePayload.Notify.of(NotifyType.USE_TRANSPORT_MODE)));
        IkePacket rekey = new IkePacket(initiatorSpi, responderSpi, IkeExchange.CREATE_CHILD_SA, false, false, 0,
                Optional.of(suite), List.of(IkePayload.Notify.rekey(SecurityProtocol.ESP, 0x2001),
                        childProposal(transform, 0x2002, OptionalInt.of(suite.diffieHellmanGroup())),
                        IkePayload.Nonce.random(random), new IkePayload.KeyExchange(suite.diffieHellmanGroup()),
                        new IkePayload.TsInitiator(List.of(TrafficSelector.greOf(HUB_NBMA))),
                        new IkePayload.TsResponder(List.of(TrafficSelector.greOf(SPOKE_NBMA)))));
        IkePacket failed = rekey.answer(List.of(IkePayload.Notify.of(NotifyType.NO_PROPOSAL_CHOSEN)));
        IkePacket alive = new IkePacket(initiatorSpi, responderSpi, IkeExchange.INFORMATIONAL, true, false, 2,
                Optional.of(suite), List.of());
        IkePacket delete = new IkePacket(initiatorSpi, responderSpi, IkeExchange.INFORMATIONAL, false, false, 1,
                Optional.of(suite), List.of(IkePayload.Delete.children(SecurityProtocol.ESP, List.of(0x1001L)),
                        IkePayload.Delete.IKE_SA));
        return List.of(fromSpoke(initRequest), fromHub(wrongGroup), fromHub(initResponse), fromSpoke(authRequest),
                fromHub(authResponse), fromHub(rekey), fromSpoke(failed), fromSpoke(alive), fromHub(alive.answer(List.of())),
                fromHub(delete), fromSpoke(delete.answer(List.of())));
    }

    private static IkePayload childProposal(EspTransform transform, long spi, OptionalInt group) {
        return new IkePayload.SecurityAssociation(List.of(new Proposal.ForChild(1, spi, EspSuite.of(transform, group))));
    }

    private static IpPacket fromSpoke(IkePacket packet) {
        return IpPacket.originated(SPOKE_NBMA, HUB_NBMA, IpPacket.UDP,
                new UdpDatagram(IkePacket.UDP_PORT, IkePacket.UDP_PORT, packet));
    }

    private static IpPacket fromHub(IkePacket packet) {
        return IpPacket.originated(HUB_NBMA, SPOKE_NBMA, IpPacket.UDP,
                new UdpDatagram(IkePacket.UDP_PORT, IkePacket.UDP_PORT, packet));
    }

    static IkeSuite ikeSuite(EncryptionAlgorithm encryption, HashAlgorithm hash) {
        return new IkeSuite(encryption, encryption.isAead() ? Optional.empty() : Optional.of(hash), hash, 19);
    }

    static EspTransform espTransform(EncryptionAlgorithm encryption, HashAlgorithm hash, EncapsulationMode mode) {
        return new EspTransform(encryption, encryption.isAead() ? Optional.empty() : Optional.of(hash), mode, Origin.NONE);
    }
}
