package dmvpn.sim.capture;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.sim.bfd.message.BfdFlags;
import dmvpn.sim.bfd.message.BfdIntervals;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bfd.message.BfdState;
import dmvpn.sim.bgp.message.AddressFamily;
import dmvpn.sim.bgp.message.Aggregator;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Capability;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.eigrp.message.ClassicMetric;
import dmvpn.sim.eigrp.message.EigrpFlags;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExteriorSection;
import dmvpn.sim.eigrp.message.PeerStub;
import dmvpn.sim.eigrp.message.VectorMetric;
import dmvpn.sim.eigrp.message.WideMetric;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.icmp.Icmpv6Packet;
import dmvpn.sim.icmp.Icmpv6UnreachableReason;
import dmvpn.sim.icmp.UnreachableReason;
import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.PurgeReply;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.rip.message.RipCommand;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.Community;
import dmvpn.sim.tcp.TcpData;
import dmvpn.sim.tcp.TcpFlags;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.tunnel.GrePacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Any packet that the records can hold, as far as it comes back the same from its bytes. */
final class RandomPackets {

    private final RandomGenerator random;
    private final RandomIkePackets ike;
    private final RandomIsakmpPackets isakmp;
    private final RandomOspfPackets ospf;

    RandomPackets(RandomGenerator random) {
        this.random = random;
        this.ike = new RandomIkePackets(random);
        this.isakmp = new RandomIsakmpPackets(random);
        this.ospf = new RandomOspfPackets(random);
    }

    /** A packet as it crosses an interface. */
    IpPacket onTheWire() {
        return switch (random.nextInt(16)) {
            case 12 -> ipv4(IpPacket.OSPF, ospf.packet());
            case 13 -> ip(IpPacket.TCP, bgpSegment());
            case 14 -> ip(IpPacket.UDP, new UdpDatagram(520, 520, rip()));
            case 15 -> ip(IpPacket.UDP, new UdpDatagram(49_152 | number(14), BfdPacket.UDP_PORT, bfd()));
            case 8 -> ipv6(IpPacket.ICMPV6, icmpv6());
            case 9 -> withHeader(ipv6(IpPacket.ESP, esp()));
            case 10 -> fragment();
            case 11 -> ip(IpPacket.TCP, segment());
            case 6 -> ip(IpPacket.UDP, new UdpDatagram(500, 500, isakmp.packet()));
            case 7 -> withHeader(ipv4(IpPacket.ESP, esp()));
            case 0 -> ip(IpPacket.UDP, new UdpDatagram(500, 500, ike.packet()));
            case 1, 2 -> ip(IpPacket.ESP, esp());
            case 3 -> ip(IpPacket.GRE, gre());
            case 4 -> ipv4(IpPacket.ICMP, icmp());
            default -> ip(253, data());
        };
    }

    private IpPacket withHeader(IpPacket packet) {
        return new IpPacket(packet.source(), packet.destination(), IpPacket.AH, packet.timeToLive(), packet.trafficClass(),
                packet.dontFragment(), packet.identification(), new AhPacket(random.nextLong(256, 1L << 32),
                        random.nextLong(1L << 32), oneOf(HashAlgorithm.values()), packet.source(), packet.destination(),
                        packet.protocolNumber(), packet.content()));
    }

    CdpFrame cdp() {
        return new CdpFrame(number(8), list(5, this::cdpTlv));
    }

    private CdpTlv cdpTlv() {
        return switch (random.nextInt(9)) {
            case 0 -> new CdpTlv.DeviceId("R" + number(16));
            case 1 -> new CdpTlv.Addresses(list(3, () -> random.nextBoolean() ? ipv4Address() : ipv6Address()));
            case 2 -> new CdpTlv.PortId("Tunnel" + number(10));
            case 3 -> new CdpTlv.Capabilities(random.nextLong(1L << 32));
            case 4 -> new CdpTlv.SoftwareVersion("Version " + number(8));
            case 5 -> new CdpTlv.Platform("cisco");
            case 6 -> new CdpTlv.Prefixes(list(4, this::prefix));
            case 7 -> new CdpTlv.DefaultGateway(ipv4Address());
            default -> new CdpTlv.Other(8 | number(16), familyEntry());
        };
    }

    BfdPacket bfd() {
        boolean poll = random.nextBoolean();
        return new BfdPacket(number(5), oneOf(BfdState.values()),
                new BfdFlags(poll, !poll && random.nextBoolean(), random.nextBoolean(), random.nextBoolean()), random.nextInt(1, 256),
                random.nextLong(1, 1L << 32), random.nextLong(1L << 32),
                new BfdIntervals(random.nextLong(1L << 32), random.nextLong(1L << 32), random.nextLong(1L << 32)));
    }

    RipPacket rip() {
        RipCommand command = oneOf(RipCommand.values());
        List<RipEntry> entries = new ArrayList<>(list(RipPacket.MAXIMUM_ENTRIES - 1, () -> ripEntry(command)));
        entries.add(new RipEntry.Route(prefix(), number(16), ipv4Address(), random.nextLong(1L << 32)));
        return new RipPacket(command, entries);
    }

    private RipEntry ripEntry(RipCommand command) {
        return switch (random.nextInt(3)) {
            case 0 -> new RipEntry.Other(0xffff, familyEntry());
            case 1 -> command == RipCommand.REQUEST ? new RipEntry.WholeTable() : new RipEntry.Other(0, familyEntry());
            default -> new RipEntry.Route(prefix(), number(16), ipv4Address(), random.nextInt(1, 17));
        };
    }

    private Octets familyEntry() {
        byte[] bytes = new byte[RipEntry.BYTES - 2];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private TcpSegment segment() {
        boolean synchronize = random.nextBoolean();
        byte[] digest = new byte[TcpSegment.DIGEST_BYTES];
        random.nextBytes(digest);
        return new TcpSegment(number(16), number(16), random.nextLong(1L << 32), random.nextLong(1L << 32),
                new TcpFlags(synchronize, random.nextBoolean(), false, false),
                synchronize ? OptionalInt.of(number(16)) : OptionalInt.empty(),
                random.nextBoolean() ? Optional.of(Octets.of(digest)) : Optional.empty(),
                TcpData.zeros(synchronize ? 0 : random.nextInt(2000)));
    }

    /** Whole messages: of those that a segment cuts only bytes come back. */
    private TcpSegment bgpSegment() {
        return new TcpSegment(number(15) | 1 << 15, BgpMessage.TCP_PORT, random.nextLong(1L << 32), random.nextLong(1L << 32),
                TcpFlags.ACK, OptionalInt.empty(), TcpData.of(list(4, () -> whole(bgp()))));
    }

    private static TcpData.Part whole(BgpMessage message) {
        return new TcpData.Piece(message, 0, message.lengthBytes());
    }

    BgpMessage bgp() {
        return switch (random.nextInt(6)) {
            case 0 -> new BgpMessage.Open(4, number(16), number(16), ipv4Address(), list(4, this::capability));
            case 1 -> new BgpMessage.Keepalive();
            case 2 -> new BgpMessage.Notification(number(8), number(8), octets(20));
            case 3 -> new BgpMessage.RouteRefresh(number(16), number(8));
            case 4 -> BgpMessage.Update.endOf(oneOf(AddressFamily.values()));
            default -> update(oneOf(AddressFamily.values()));
        };
    }

    private BgpMessage update(AddressFamily family) {
        List<Nlri> withdrawn = list(5, () -> nlri(family));
        List<Nlri> announced = new ArrayList<>(list(5, () -> nlri(family)));
        if (withdrawn.isEmpty() && announced.isEmpty()) {
            announced.add(nlri(family));
        }
        return new BgpMessage.Update(withdrawn, announced.isEmpty() ? Optional.empty() : Optional.of(attributes(family)), announced,
                Optional.empty());
    }

    private Nlri nlri(AddressFamily family) {
        IpAddress address = family == AddressFamily.IPV4_UNICAST ? ipv4Address() : ipv6Address();
        return Nlri.of(IpPrefix.containing(address, random.nextInt(address.bitLength() + 1)));
    }

    private PathAttributes attributes(AddressFamily family) {
        AsPath path = new AsPath(list(3, () -> new AsPath.Segment(random.nextBoolean(),
                List.of(random.nextLong(1L << 32), random.nextLong(1L << 32)))));
        return new PathAttributes(oneOf(RouteOrigin.values()), path,
                family == AddressFamily.IPV4_UNICAST ? ipv4Address() : ipv6Address(),
                family == AddressFamily.IPV4_UNICAST || random.nextBoolean() ? Optional.empty() : Optional.of(ipv6Address()),
                optional(), optional(), random.nextBoolean(),
                random.nextBoolean() ? Optional.of(new Aggregator(random.nextLong(1L << 32), ipv4Address()))
                        : Optional.empty(),
                list(80, () -> new Community(random.nextLong(1L << 32))),
                random.nextBoolean() ? Optional.of(ipv4Address()) : Optional.empty(),
                list(3, () -> ipv4Address()),
                random.nextBoolean() ? List.of(new PathAttributes.UnknownAttribute(0xc0, random.nextInt(20, 256), octets(300)))
                        : List.of());
    }

    private OptionalLong optional() {
        return random.nextBoolean() ? OptionalLong.of(random.nextLong(1L << 32)) : OptionalLong.empty();
    }

    private Capability capability() {
        return switch (random.nextInt(5)) {
            case 0 -> new Capability.Multiprotocol(oneOf(AddressFamily.values()));
            case 1 -> new Capability.RouteRefresh();
            case 2 -> new Capability.FourOctetNumbers(random.nextLong(1L << 32));
            case 3 -> new Capability.GracefulRestart(number(16), list(3, () -> random.nextInt()));
            default -> new Capability.Unknown(random.nextInt(66, 256), octets(20));
        };
    }

    private IpPacket fragment() {
        boolean ofIpv6 = random.nextBoolean();
        boolean more = random.nextBoolean();
        int bytes = more ? 8 * (1 + random.nextInt(20)) : 1 + random.nextInt(160);
        int offsetBytes = 8 * (more ? random.nextInt(1 << 12) : 1 + random.nextInt(1 << 12));
        byte[] piece = new byte[bytes];
        random.nextBytes(piece);
        IpFragment content = new IpFragment.OfBytes(Octets.of(piece), offsetBytes, more, ofIpv6);
        return ofIpv6 ? ipv6(IpPacket.ESP, content).withIdentification(number(16)) : ipv4(IpPacket.ESP, content);
    }

    GrePacket gre() {
        OptionalLong key = random.nextBoolean() ? OptionalLong.of(random.nextLong(1L << 32)) : OptionalLong.empty();
        return switch (random.nextInt(6)) {
            case 4 -> new GrePacket(key, GrePacket.CDP, cdp());
            case 0 -> new GrePacket(key, GrePacket.NHRP, nhrp());
            case 3 -> new GrePacket(key, GrePacket.IPV6, ipv6(IpPacket.ICMPV6, icmpv6()));
            case 1 -> new GrePacket(key, GrePacket.IPV4, ipv4(IpPacket.EIGRP, eigrp()));
            case 2 -> new GrePacket(key, GrePacket.IPV6, ipv6(IpPacket.UDP, new UdpDatagram(49_152 + number(13), 7, data())));
            default -> new GrePacket(key, GrePacket.IPV4, ipv4(IpPacket.ICMP, icmp()));
        };
    }

    EspPacket esp() {
        EncryptionAlgorithm encryption = EncryptionAlgorithm.values()[random.nextInt(EncryptionAlgorithm.NONE.ordinal())];
        Optional<HashAlgorithm> integrity =
                encryption.isAead() ? Optional.empty() : Optional.of(oneOf(HashAlgorithm.values()));
        EncapsulationMode mode = oneOf(EncapsulationMode.values());
        boolean tunnel = mode == EncapsulationMode.TUNNEL;
        boolean ipv6 = random.nextInt(4) == 0;
        return new EspPacket(random.nextLong(256, 1L << 32), random.nextLong(1, 1L << 32),
                new EspTransform(encryption, integrity, mode, Origin.NONE), nextHeader(tunnel, ipv6),
                !tunnel ? gre() : ipv6 ? ipv6(IpPacket.GRE, gre()) : ipv4(IpPacket.GRE, gre()));
    }

    IcmpPacket icmp() {
        return switch (random.nextInt(4)) {
            case 0 -> new IcmpPacket.EchoRequest(number(16), number(16), number(8));
            case 1 -> new IcmpPacket.EchoReply(number(16), number(16), number(8));
            case 2 -> new IcmpPacket.TimeExceeded(random.nextBoolean(), quotation());
            default -> {
                UnreachableReason reason = oneOf(UnreachableReason.values());
                int mtu = reason == UnreachableReason.FRAGMENTATION_NEEDED ? number(16) : 0;
                yield new IcmpPacket.DestinationUnreachable(reason, mtu, quotation());
            }
        };
    }

    private static int nextHeader(boolean tunnel, boolean ipv6) {
        if (!tunnel) {
            return IpPacket.GRE;
        }
        return ipv6 ? EspPacket.IPV6_IN_IP : EspPacket.IPV4_IN_IP;
    }

    Icmpv6Packet icmpv6() {
        return switch (random.nextInt(6)) {
            case 0 -> new Icmpv6Packet.EchoRequest(number(16), number(16), number(8));
            case 1 -> new Icmpv6Packet.EchoReply(number(16), number(16), number(8));
            case 2 -> new Icmpv6Packet.TimeExceeded(quotation());
            case 3 -> new Icmpv6Packet.PacketTooBig(random.nextLong(1L << 32), quotation());
            case 4 -> new Icmpv6Packet.UnrecognizedNextHeader(random.nextLong(1L << 32), quotation());
            default -> new Icmpv6Packet.DestinationUnreachable(oneOf(Icmpv6UnreachableReason.values()), quotation());
        };
    }

    NhrpPacket nhrp() {
        Supplier<IpAddress> protocolFamily = random.nextInt(4) == 0 ? this::ipv6Address : this::ipv4Address;
        NhrpHeader header = new NhrpHeader(number(8), address(), protocolFamily.get(), protocolFamily.get());
        List<ClientInformationEntry> entries = entries();
        List<NhrpExtension> extensions = list(7, this::extension);
        long id = random.nextLong(1L << 32);
        ResolutionFlags resolution = ResolutionFlags.ofBits(number(16));
        RegistrationFlags registration = RegistrationFlags.ofBits(number(16));
        return switch (random.nextInt(8)) {
            case 0 -> new ResolutionRequest(header, id, resolution, entries, extensions);
            case 1 -> new ResolutionReply(header, id, resolution, entries, extensions);
            case 2 -> new RegistrationRequest(header, id, registration, entries, extensions);
            case 3 -> new RegistrationReply(header, id, registration, entries, extensions);
            case 4 -> new PurgeRequest(header, id, random.nextBoolean(), entries, extensions);
            case 5 -> new PurgeReply(header, id, random.nextBoolean(), entries, extensions);
            case 6 -> new ErrorIndication(header, oneOf(ErrorCode.values()), number(16), quotation(), extensions);
            default -> new TrafficIndication(header, number(16), quotation(), extensions);
        };
    }

    private NhrpExtension extension() {
        return switch (random.nextInt(7)) {
            case 0 -> new NhrpExtension.ResponderAddress(random.nextBoolean() ? Optional.of(entry()) : Optional.empty());
            case 1 -> new NhrpExtension.ForwardTransitRecord(entries());
            case 2 -> new NhrpExtension.ReverseTransitRecord(entries());
            case 3 -> new NhrpExtension.Authentication("dmvpnkey".substring(random.nextInt(8)));
            case 4 -> new NhrpExtension.NatAddress(entries());
            case 5 -> new NhrpExtension.VendorPrivate(number(24), octets(20));
            default -> new NhrpExtension.Unknown(random.nextInt(10, 1 << 14), random.nextBoolean(), octets(20));
        };
    }

    private List<ClientInformationEntry> entries() {
        return list(4, this::entry);
    }

    private ClientInformationEntry entry() {
        return new ClientInformationEntry(oneOf(CieCode.values()), number(8), number(16), number(16),
                random.nextBoolean() ? Optional.of(address()) : Optional.empty(),
                random.nextBoolean() ? Optional.of(address()) : Optional.empty(), number(8));
    }

    EigrpPacket eigrp() {
        return new EigrpPacket(oneOf(EigrpOpcode.values()), EigrpFlags.ofBits(number(4)), random.nextLong(1L << 32),
                random.nextLong(1L << 32), number(16), number(16), list(6, this::tlv));
    }

    private EigrpTlv tlv() {
        return switch (random.nextInt(7)) {
            case 0 -> new EigrpTlv.Parameters(number(8), number(8), number(8), number(8), number(8), number(8), number(16));
            case 1 -> new EigrpTlv.SoftwareVersion(number(8), number(8), number(8), number(8));
            case 2 -> PeerStub.ofBits(number(6));
            case 3 -> random.nextBoolean() ? new EigrpTlv.InternalRoute(ipv4Address(), metric(), number(8), prefix())
                    : new EigrpTlv.InternalRoute(ipv6Address(), metric(), number(8),
                            IpPrefix.containing(ipv6Address(), random.nextInt(129)));
            case 4 -> new EigrpTlv.ExternalRoute(ipv4Address(), new ExteriorSection(ipv4Address(), random.nextLong(1L << 32),
                    random.nextLong(1L << 32), random.nextLong(1L << 32), number(8)), metric(), prefix());
            case 5 -> new EigrpTlv.PeerTermination(list(3, () -> random.nextBoolean() ? ipv4Address() : ipv6Address()));
            default -> new EigrpTlv.Unknown(0x00f0 + random.nextInt(8), octets(20));
        };
    }

    private VectorMetric metric() {
        if (random.nextInt(3) == 0) {
            return new WideMetric(ipv4Address(), random.nextLong(1L << 48), random.nextLong(1L << 48), number(24), number(8), number(8),
                    number(8));
        }
        return new ClassicMetric(random.nextLong(1L << 32), random.nextLong(1L << 32), number(24), number(8), number(8),
                number(8));
    }

    private IpPrefix prefix() {
        return IpPrefix.containing(ipv4Address(), random.nextInt(33));
    }

    private IpPacket ip(int protocol, Packet content) {
        return random.nextInt(4) == 0 ? ipv6(protocol, content) : ipv4(protocol, content);
    }

    private IpPacket ipv4(int protocol, Packet content) {
        return new IpPacket(ipv4Address(), ipv4Address(), protocol, number(8), number(8), random.nextBoolean(),
                number(16), content);
    }

    private IpPacket ipv6(int protocol, Packet content) {
        return new IpPacket(ipv6Address(), ipv6Address(), protocol, number(8), number(8), false, 0, content);
    }

    private OpaquePacket data() {
        return new OpaquePacket(octets(60));
    }

    private Quotation quotation() {
        return new Quotation.OfBytes(octets(60));
    }

    private IpAddress address() {
        return random.nextInt(4) == 0 ? ipv6Address() : ipv4Address();
    }

    private Ipv4Address ipv4Address() {
        return new Ipv4Address(random.nextInt());
    }

    private Ipv6Address ipv6Address() {
        return new Ipv6Address(random.nextLong(), random.nextLong());
    }

    private Octets octets(int limit) {
        byte[] bytes = new byte[random.nextInt(limit)];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private int number(int bits) {
        return random.nextInt(1 << bits);
    }

    private <T> List<T> list(int limit, Supplier<T> element) {
        return IntStream.range(0, random.nextInt(limit)).mapToObj(index -> element.get()).toList();
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
