package dmvpn.sim.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.fragmentation.FragmentationEvent;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheChange;
import dmvpn.sim.nhrp.NhrpTraceEvent.CacheEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.PacketEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.PacketFate;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteEvent;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.NullRecorder;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.tunnel.GrePacket;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each invariant is broken once, through the seams at which a run reports packets and events: a tap and a recorder. */
class InvariantsTest {

    private static final String LIVING_ASSOCIATIONS =
            "ESP leaves only on security associations that live, with rising sequence numbers";
    private static final int HUB = 0;
    private static final IpAddress HUB_NBMA = IpAddress.parse("203.0.113.1");
    private static final IpAddress SPOKE_NBMA = IpAddress.parse("198.51.100.11");
    private static final IpAddress SPOKE_TUNNEL = IpAddress.parse("10.0.0.11");

    private final CompiledNetwork network = new ReferenceNetwork().build();
    private final Network live = new Network(network.devices());
    private final InvariantMonitor monitor = new InvariantMonitor(Invariants.all(), new NullRecorder(), live,
            () -> live.nowNanos, () -> 7, List.of("H1", "S1", "S2"), 42);

    /** The reference network, in which a test sets what is so. */
    private static final class Network implements LiveNetwork {

        private final List<Device> devices;
        private boolean up = true;
        private boolean own = true;
        private long nowNanos;

        Network(List<Device> devices) {
            this.devices = devices;
        }

        @Override
        public Optional<Device> device(int node) {
            return node < devices.size() ? Optional.of(devices.get(node)) : Optional.empty();
        }

        @Override
        public boolean isUp(int node, String interfaceName) {
            return up;
        }

        @Override
        public boolean owns(int node, IpAddress address) {
            return own;
        }
    }

    /** An event with texts as fields. */
    private record Told(String protocol, String message, Map<String, String> fields) implements TraceEvent {

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter writer) {
            fields.forEach((name, value) -> {
                if (name.endsWith("Spi")) {
                    writer.hex(name, Long.parseLong(value));
                } else {
                    writer.text(name, value);
                }
            });
        }
    }

    private void tell(String protocol, String message, Map<String, String> fields) {
        record(new Told(protocol, message, fields));
    }

    private void record(TraceEvent event) {
        monitor.record(HUB, event, Origin.NONE);
    }

    private void cross(Direction direction, IpPacket packet) {
        monitor.packet(HUB, "GigabitEthernet1", live.nowNanos, direction, packet);
    }

    private void send(IpPacket packet) {
        cross(Direction.SENT, packet);
    }

    private static IpPacket ping(int timeToLive, Packet content) {
        return new IpPacket(SPOKE_TUNNEL, IpAddress.parse("10.0.0.12"), IpPacket.ICMP, timeToLive, 0, false, 0, content);
    }

    private static IpPacket to(IpAddress destination, int protocol, Packet content) {
        return IpPacket.originated(HUB_NBMA, destination, protocol, content);
    }

    private EspPacket esp(long spi, long sequence) {
        EspTransform transform = network.devices().get(HUB).crypto().profiles().getFirst().esp();
        return new EspPacket(spi, sequence, transform, IpPacket.GRE, gre(100));
    }

    private static GrePacket gre(long key) {
        return new GrePacket(OptionalLong.of(key), GrePacket.IPV4, ping(255, echo()));
    }

    private static Packet echo() {
        return new IcmpPacket.EchoRequest(1, 1, 56);
    }

    private static CacheEvent cache(CacheChange change, String tunnel, String target, IpAddress nbma, String reason) {
        return new CacheEvent(change, tunnel, IpPrefix.parse(target), SPOKE_TUNNEL, nbma, "dynamic", "registered", reason);
    }

    private static CacheEvent cacheOfAnotherNextHop(CacheChange change, String target) {
        return new CacheEvent(change, "Tunnel100", IpPrefix.parse(target), IpAddress.parse("10.0.0.12"), SPOKE_NBMA, "dynamic", "", "");
    }

    private void installSa() {
        tell("IPsec", "security associations installed", Map.of("inboundSpi", "300", "outboundSpi", "400"));
    }

    private void assertHolds() {
        assertThat(monitor.violation()).isEmpty();
    }

    private void assertBroken(String invariant) {
        assertThat(monitor.violation()).map(Violation::invariant).contains(invariant);
        broken.add(invariant);
    }

    private final List<String> broken = new ArrayList<>();

    @AfterEach
    void whatIsBrokenIsAnInvariantOfEveryRun() {
        assertThat(Invariants.all()).extracting(Invariant::name).containsAll(broken).doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void aViolationNamesSeedEventRouterAndInstant() {
        live.nowNanos = 1_500_000_000L;
        send(to(HUB_NBMA, IpPacket.UDP, echo()));
        assertThat(monitor.violation().orElseThrow().text()).startsWith("invariant 'no packet is sent to its own source' does "
                + "not hold at 1.500 s on H1: ").contains("seed 42").contains("event 6").contains("please report");
    }

    @Test
    void greInClearOnAProtectedTunnel() {
        send(to(SPOKE_NBMA, IpPacket.GRE, gre(100)));
        assertBroken("nothing leaves a protected tunnel in clear");
    }

    @Test
    @Shows("RFC2784/3.1-forward")
    void aTimeToLiveThatStays() {
        Packet content = echo();
        cross(Direction.RECEIVED, ping(254, content));
        send(ping(253, content));
        assertHolds();
        cross(Direction.RECEIVED, ping(238, content));
        send(ping(255, content)); // its own, again
        assertHolds();
        live.own = false;
        cross(Direction.RECEIVED, ping(254, content));
        send(ping(254, content));
        assertBroken("the TTL falls on every hop");
    }

    @Test
    void aTimeToLiveOfNothing() {
        send(ping(0, echo()));
        assertBroken("no packet leaves with a TTL of 0");
    }

    private static PacketEvent nhrp(PacketFate fate, int hopCount) {
        NhrpHeader header = NhrpHeader.originated(SPOKE_NBMA, SPOKE_TUNNEL, IpAddress.parse("10.0.0.1"));
        RegistrationRequest request = new RegistrationRequest(header, 1, new RegistrationFlags(true, false), List.of(), List.of());
        NhrpPacket about = ErrorIndication.about(request, ErrorCode.AUTHENTICATION_FAILURE,
                header.withHopCount(hopCount));
        return new PacketEvent(fate, "Tunnel100", SPOKE_NBMA, about, "");
    }

    @Test
    void aPacketOfAnotherCloud() {
        cross(Direction.RECEIVED, IpPacket.originated(SPOKE_NBMA, HUB_NBMA, IpPacket.GRE, gre(100)));
        record(nhrp(PacketFate.RECEIVED, 255));
        assertHolds();
        cross(Direction.RECEIVED, IpPacket.originated(SPOKE_NBMA, HUB_NBMA, IpPacket.GRE, gre(101)));
        record(nhrp(PacketFate.RECEIVED, 255));
        assertBroken("no packet is taken by a tunnel of another cloud");
    }

    @Test
    void aSourceAddressOfSomebodyElse() {
        live.own = false;
        installSa();
        send(to(SPOKE_NBMA, IpPacket.ESP, esp(400, 1)));
        assertBroken("tunnel packets come from an address of their router");
    }

    @Test
    void aPacketFromARouterWithoutPower() {
        tell("Device", "power off", Map.of());
        send(ping(255, echo()));
        assertBroken("a router without power sends no packet");
    }

    @Test
    void aPacketThatIsLargerThanItsLink() {
        send(to(SPOKE_NBMA, IpPacket.ICMP, new IcmpPacket.EchoRequest(1, 1, 1472)));
        assertHolds();
        send(to(SPOKE_NBMA, IpPacket.ICMP, new IcmpPacket.EchoRequest(1, 1, 1473)));
        assertBroken("no packet is larger than the MTU of its link");
    }

    @Test
    void aFragmentWithDf() {
        IpFragment piece = new IpFragment.OfPacket(echo(), 0, 8, true, false);
        send(to(SPOKE_NBMA, IpPacket.ICMP, piece));
        assertHolds();
        send(to(SPOKE_NBMA, IpPacket.ICMP, piece).withDontFragment(true));
        assertBroken("no packet with DF is fragmented");
    }

    @Test
    void aPacketOfWhichAPieceNeverCame() {
        Packet whole = echo();
        FragmentationEvent.Reassembled put = new FragmentationEvent.Reassembled(
                HUB_NBMA, SPOKE_NBMA, IpPacket.ICMP, 0, "Echo Request", whole.lengthBytes());
        cross(Direction.RECEIVED, to(SPOKE_NBMA, IpPacket.ICMP, new IpFragment.OfPacket(whole, 0, 32, true, false)));
        cross(Direction.RECEIVED, to(SPOKE_NBMA, IpPacket.ICMP, new IpFragment.OfPacket(whole, 32, 32, false, false)));
        record(put);
        assertHolds();
        cross(Direction.RECEIVED, to(SPOKE_NBMA, IpPacket.ICMP, new IpFragment.OfPacket(whole, 32, 32, false, false)));
        record(put);
        assertBroken("only whole packets are delivered");
    }

    @Test
    void aTimerOfARouterWithoutPower() {
        tell("Device", "power off", Map.of());
        tell("NHRP", "NHS down", Map.of());
        assertHolds();
        live.nowNanos = 1;
        tell("NHRP", "cache entry removed", Map.of());
        assertBroken("every timer belongs to a router with power");
    }

    @Test
    void aPacketToItsOwnSource() {
        send(to(HUB_NBMA, IpPacket.UDP, echo()));
        assertBroken("no packet is sent to its own source");
    }

    @Test
    void aSequenceNumberThatComesTwice() {
        installSa();
        send(to(SPOKE_NBMA, IpPacket.ESP, esp(400, 1)));
        assertHolds();
        send(to(SPOKE_NBMA, IpPacket.ESP, esp(400, 1)));
        assertBroken(LIVING_ASSOCIATIONS);
    }

    @Test
    void espWithoutAnAssociation() {
        send(to(SPOKE_NBMA, IpPacket.ESP, esp(400, 1)));
        assertBroken(LIVING_ASSOCIATIONS);
    }

    @Test
    void espBehindTheLifetime() {
        installSa();
        live.nowNanos = Duration.ofHours(2).toNanos();
        send(to(SPOKE_NBMA, IpPacket.ESP, esp(400, 1)));
        assertBroken(LIVING_ASSOCIATIONS);
    }

    @Test
    void aTunnelInATunnel() {
        installSa();
        IpPacket inner = IpPacket.originated(SPOKE_TUNNEL, HUB_NBMA, IpPacket.GRE, gre(100));
        EspTransform transform = network.devices().get(HUB).crypto().profiles().getFirst().esp();
        send(to(SPOKE_NBMA, IpPacket.ESP, new EspPacket(400, 1, transform, IpPacket.GRE,
                new GrePacket(OptionalLong.of(100), GrePacket.IPV4, inner))));
        assertBroken("no tunnel carries a tunnel");
    }

    @Test
    void aPacketThatIsTooLong() {
        send(ping(255, new IcmpPacket.EchoRequest(1, 1, 65_530)));
        assertBroken("no packet is longer than 65535 bytes");
    }

    @Test
    void aHopCountThatStays() {
        record(nhrp(PacketFate.RECEIVED, 200));
        record(nhrp(PacketFate.FORWARDED, 199));
        assertHolds();
        record(nhrp(PacketFate.FORWARDED, 200));
        assertBroken("the hop count of NHRP falls with each server");
    }

    @Test
    void aClockThatGoesBack() {
        live.nowNanos = 5;
        send(ping(255, echo()));
        live.nowNanos = 4;
        send(ping(255, echo()));
        assertBroken("time never goes back");
    }

    @Test
    void aCacheEntryThatLivesTooLong() {
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, ""));
        live.nowNanos = Duration.ofSeconds(601).toNanos();
        record(cache(CacheChange.REMOVED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, "holding time is over"));
        assertBroken("no NHRP entry is older than its holding time");
    }

    @Test
    void aCacheEntryThatNeverExpires() {
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, ""));
        live.nowNanos = Duration.ofSeconds(600).toNanos();
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.12/32", SPOKE_NBMA, ""));
        assertHolds();
        live.nowNanos++;
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.13/32", SPOKE_NBMA, ""));
        assertBroken("no NHRP entry is older than its holding time");
    }

    @Test
    void aCacheEntryWithAnotherNextHopTakesThePlaceOfTheOneBefore() {
        record(cache(CacheChange.ADDED, "Tunnel100", "192.168.13.0/24", SPOKE_NBMA, ""));
        live.nowNanos = Duration.ofSeconds(500).toNanos();
        record(cacheOfAnotherNextHop(CacheChange.UPDATED, "192.168.13.0/24"));
        live.nowNanos = Duration.ofSeconds(700).toNanos();
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.13/32", SPOKE_NBMA, ""));
        assertHolds();
    }

    @Test
    void aCacheEntryOfNoInterface() {
        record(cache(CacheChange.ADDED, "Tunnel7", "10.0.0.11/32", SPOKE_NBMA, ""));
        assertBroken("cache entries point to interfaces that exist");
    }

    @Test
    void aSecondMapping() {
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, ""));
        record(cache(CacheChange.REMOVED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, ""));
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, ""));
        assertHolds();
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.11/32", SPOKE_NBMA, ""));
        assertBroken("one NHRP mapping per target");
    }

    @Test
    void anNbmaAddressOfTheOverlay() {
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.11/32", SPOKE_TUNNEL, ""));
        assertBroken("no NBMA address is of the overlay");
    }

    @Test
    void aMappingOfTheOwnAddress() {
        live.own = false;
        record(cache(CacheChange.ADDED, "Tunnel100", "10.0.0.1/32", SPOKE_NBMA, ""));
        assertBroken("no mapping takes the tunnel address of its own router");
    }

    private static RouteEvent route(Optional<IpAddress> nextHop, Optional<String> interfaceName) {
        return new RouteEvent(null, new Route(IpPrefix.parse("192.168.11.0/24"), RouteSource.STATIC, 1, 0, nextHop,
                interfaceName, 0, Origin.NONE), true, "");
    }

    @Test
    void aRouteToNowhere() {
        record(route(Optional.empty(), Optional.empty()));
        assertBroken("routes in use have a next hop or an interface");
    }

    @Test
    void aRouteByAnInterfaceThatIsDown() {
        live.up = false;
        record(route(Optional.empty(), Optional.of(Route.NULL_INTERFACE)));
        assertHolds();
        record(route(Optional.of(SPOKE_TUNNEL), Optional.of("Tunnel100")));
        assertBroken("routes come into use on interfaces that are up");
    }

    @Test
    void aSecondNeighborOfAnAddress() {
        Map<String, String> neighbor = Map.of("neighbor", "10.0.0.11", "interface", "Tunnel100");
        tell("EIGRP", "neighbor up", neighbor);
        tell("EIGRP", "neighbor down", neighbor);
        tell("EIGRP", "neighbor up", neighbor);
        tell("Device", "power on", Map.of());
        tell("EIGRP", "neighbor up", neighbor);
        assertHolds();
        tell("EIGRP", "neighbor up", neighbor);
        assertBroken("one EIGRP neighbor per address and interface");
    }

    @Test
    void anSpiOfTwoAssociations() {
        installSa();
        assertHolds();
        installSa();
        assertBroken("an SPI is of one security association");
    }

    @Test
    void anAssociationThatGoesWithoutHavingCome() {
        tell("IPsec", "security associations deleted", Map.of("inboundSpi", "300", "outboundSpi", "400"));
        assertBroken("an SPI is of one security association");
    }

    @Test
    void aSocketThatGoesUpTwice() {
        Map<String, String> socket = Map.of("tunnel", "Tunnel100", "local", "203.0.113.1", "peer", "198.51.100.11");
        tell("IPsec", "socket is UP", socket);
        tell("IPsec", "socket is UP", socket);
        assertBroken("a socket goes up before it goes down");
    }

    @Test
    void aServerThatComesUpTwice() {
        Map<String, String> server = Map.of("tunnel", "Tunnel100", "protocolAddress", "10.0.0.1", "nbmaAddress", "203.0.113.1");
        tell("NHRP", "NHS up", server);
        tell("NHRP", "NHS up", server);
        assertBroken("a server comes up before it goes down");
    }
}
