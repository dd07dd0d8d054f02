package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.device.Vrf;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.network.underlay.Host;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A cloud with one hub H1 (203.0.113.1, overlay 10.0.0.1, LAN 192.168.1.0/24) and spokes S1, S2, ... (198.51.100.11,
 * overlay 10.0.0.11, LAN 192.168.11.0/24 and so on): Phase 3 with EIGRP 100, IKEv2, tunnel key 100 and an NHRP password,
 * 10 ms between any two routers. A host .10 is in each LAN. Settings return the builder.
 */
public final class ReferenceNetwork {

    /** Spokes that the addresses of the small plan are enough for; more use a larger plan. */
    private static final int SMALL_PLAN = 200;
    private static final int AUTONOMOUS_SYSTEM = 100;

    private int spokes = 2;
    private Phase phase = Phase.PHASE_3;
    private boolean summary = true;
    private boolean defaultRoute;
    private Optional<String> frontDoorVrf = Optional.empty();
    private boolean protection = true;
    private boolean dhcpSpokes;
    private boolean staticRouting;
    private boolean misrouted;
    private boolean routedBetweenSpokes;
    private Platform platform = Platform.DEFAULT;
    private boolean uniqueRegistration = true;
    private EncapsulationMode mode = EncapsulationMode.TRANSPORT;
    private IpsecOptions ipsecOptions = IpsecOptions.DEFAULT;
    private final Map<String, UplinkAccess> accesses = new HashMap<>();
    private final Map<String, AddressAssignment> uplinks = new HashMap<>();
    private boolean ipv6Transport;
    private boolean ipv6Overlay;
    private IkeVersion ikeVersion = IkeVersion.IKEV2;
    private Optional<DeadPeerDetection> spokeDpd =
            Optional.of(new DeadPeerDetection(Duration.ofSeconds(30), Duration.ofSeconds(5), false, Origin.NONE));
    private EncryptionAlgorithm cipher = EncryptionAlgorithm.AES_CBC_256;
    private Optional<HashAlgorithm> hash = Optional.of(HashAlgorithm.SHA256);
    private OptionalInt tunnelMtu = OptionalInt.of(1400);
    private OptionalInt segmentSize = OptionalInt.of(1360);
    private final Map<String, Integer> segmentSizes = new HashMap<>();
    private boolean hasKey = true;
    private int mtu = Transport.DEFAULT_MTU_BYTES;
    private int uplinkMtu = Transport.DEFAULT_MTU_BYTES;
    private OptionalLong bandwidth = OptionalLong.empty();
    private OptionalInt queue = OptionalInt.empty();
    private final Map<String, UplinkAccess> insideAccesses = new HashMap<>();
    private Duration jitter = Duration.ZERO;
    private double loss;
    private final List<Action> actions = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private Duration duration = Duration.ofSeconds(120);
    private long seed = 1;

    /** Number of spokes, 2 unless set. */
    public ReferenceNetwork spokes(int count) {
        spokes = count;
        return this;
    }

    /** Phase 1: point-to-point spokes, everything through the hub. */
    public ReferenceNetwork phase1() {
        phase = Phase.PHASE_1;
        return this;
    }

    /** Phase 2: the hub keeps the next hops of its spokes' routes and announces no summary. */
    public ReferenceNetwork phase2() {
        phase = Phase.PHASE_2;
        return withoutSummary();
    }

    /** The hub announces each spoke's prefix instead of a summary, without split horizon. */
    public ReferenceNetwork withoutSummary() {
        summary = false;
        return this;
    }

    /** The hub announces a summary of all sites, as it does unless told otherwise. */
    public ReferenceNetwork withSummary() {
        summary = true;
        return this;
    }

    /** The summary that the hub announces is the default route. */
    public ReferenceNetwork defaultRouteFromHub() {
        defaultRoute = true;
        return this;
    }

    /** WAN interfaces are in a VRF of their own. */
    public ReferenceNetwork frontDoorVrf(String name) {
        frontDoorVrf = Optional.of(name);
        return this;
    }

    /** Registrations may move to another address: {@code ip nhrp registration no-unique}. */
    public ReferenceNetwork noUniqueRegistration() {
        uniqueRegistration = false;
        return this;
    }

    /** The transport has IPv6 addresses: those of the plan, as {@link Ipv6Plan} has them. */
    public ReferenceNetwork ipv6Transport() {
        ipv6Transport = true;
        return this;
    }

    /** Tunnels and local networks have IPv6 addresses, as {@link Ipv6Plan} has them, and static routes. */
    public ReferenceNetwork ipv6Overlay() {
        ipv6Overlay = true;
        return staticRouting();
    }

    /** The same with EIGRP. */
    public ReferenceNetwork ipv6OverlayWithEigrp() {
        ipv6Overlay = true;
        return this;
    }

    /** A spoke keeps its IPv4 address when the transport has IPv6 ones. */
    public ReferenceNetwork ipv4Spoke(int spoke) {
        uplinks.put("S" + spoke, wan(new InterfaceAddress(IpAddress.parse("198.51.100.10").plus(spoke), 24),
                IpAddress.parse("198.51.100.254")));
        return this;
    }

    /** IKE of that version. */
    public ReferenceNetwork ike(IkeVersion version) {
        ikeVersion = version;
        return this;
    }

    /** Tunnels have the MTU that is left of their source's. */
    public ReferenceNetwork withoutTunnelMtu() {
        tunnelMtu = OptionalInt.empty();
        return this;
    }

    /** All routers are of that platform. */
    public ReferenceNetwork platform(Platform newPlatform) {
        platform = newPlatform;
        return this;
    }

    /** An Authentication Header in front of ESP. */
    public ReferenceNetwork authenticationHeader(HashAlgorithm hash) {
        ipsecOptions = new IpsecOptions(false, Optional.of(hash), OptionalLong.empty(), OptionalInt.empty(),
                OptionalInt.empty(), false, Origin.NONE);
        return this;
    }

    private IpAddress underlay(String ipv4) {
        return Ipv6Plan.address(IpAddress.parse(ipv4), ipv6Transport);
    }

    private IpAddress overlay(String ipv4) {
        return Ipv6Plan.address(IpAddress.parse(ipv4), ipv6Overlay);
    }

    private IpPrefix overlayPrefix(String ipv4) {
        return Ipv6Plan.prefix(IpPrefix.parse(ipv4), ipv6Overlay);
    }

    private InterfaceAddress underlayInterface(IpAddress address, int ipv4Length) {
        return new InterfaceAddress(address, Ipv6Plan.length(ipv4Length, ipv6Transport));
    }

    /** ESP with a second IP header. */
    public ReferenceNetwork tunnelMode() {
        mode = EncapsulationMode.TUNNEL;
        return this;
    }

    /** What protects packets. */
    public ReferenceNetwork esp(EncryptionAlgorithm encryption, Optional<HashAlgorithm> integrity, EncapsulationMode newMode) {
        cipher = encryption;
        hash = integrity;
        mode = newMode;
        return this;
    }

    /** {@code ip mtu} of the tunnels, 1400 unless set; empty for the platform's. */
    public ReferenceNetwork tunnelMtu(OptionalInt bytes) {
        tunnelMtu = bytes;
        return this;
    }

    /** {@code ip tcp adjust-mss} of the tunnels, 1360 unless set. */
    public ReferenceNetwork segmentSize(OptionalInt bytes) {
        segmentSize = bytes;
        return this;
    }

    /** {@code ip tcp adjust-mss} of one router's tunnel. */
    public ReferenceNetwork segmentSizeOf(String device, int bytes) {
        segmentSizes.put(device, bytes);
        return this;
    }

    /** Tunnels without a key. */
    public ReferenceNetwork withoutKey() {
        hasKey = false;
        return this;
    }

    /** MTU of the transport, and of the interfaces on it. */
    public ReferenceNetwork mtu(int bytes) {
        mtu = bytes;
        uplinkMtu = bytes;
        return this;
    }

    /** MTU of the transport alone: its routers cut what is larger. */
    public ReferenceNetwork mtuInsideTheTransport(int bytes) {
        mtu = bytes;
        return this;
    }

    /** Rate of each attachment of the transport, and how many packets wait for it. */
    public ReferenceNetwork bandwidth(long bitsPerSecond, OptionalInt packets) {
        bandwidth = OptionalLong.of(bitsPerSecond);
        queue = packets;
        return this;
    }

    /** A firewall between a router and its local network drops traffic. */
    public ReferenceNetwork blocksInside(String device, BlockedTraffic traffic) {
        insideAccesses.put(device, new UplinkAccess(Optional.empty(), List.of(traffic), Origin.NONE));
        return this;
    }

    /** Keepalives through the NAT that a router is behind. */
    public ReferenceNetwork natKeepalive(int seconds) {
        ipsecOptions = new IpsecOptions(false, Optional.empty(), OptionalLong.empty(), OptionalInt.empty(),
                OptionalInt.of(seconds), false, Origin.NONE);
        return this;
    }

    /** A router has a static address behind a static translation. */
    public ReferenceNetwork behindNat(String device, String inside, String outside) {
        return behind(device, inside, AddressTranslation.Kind.STATIC, outside);
    }

    /** A router has a static address behind port address translation; with one outside address several are behind one device. */
    public ReferenceNetwork behindPat(String device, String inside, String outside) {
        return behind(device, inside, AddressTranslation.Kind.PORT_ADDRESS, outside);
    }

    private ReferenceNetwork behind(String device, String inside, AddressTranslation.Kind kind, String outside) {
        InterfaceAddress address = InterfaceAddress.parse(inside);
        uplinks.put(device, wan(address, address.prefix().lastAddress().plus(-1)));
        return access(device, new UplinkAccess(Optional.of(new AddressTranslation(kind,
                Optional.of(IpAddress.parse(outside)), address.prefix(), Origin.NONE)), List.of(), Origin.NONE));
    }

    /** A router leases an address behind port address translation, whose device leases its own from the transport. */
    public ReferenceNetwork leasedBehindPat(String device) {
        return access(device, new UplinkAccess(Optional.of(new AddressTranslation(AddressTranslation.Kind.PORT_ADDRESS,
                Optional.empty(), AddressTranslation.DEFAULT_INSIDE, Origin.NONE)), List.of(), Origin.NONE));
    }

    /** A firewall in front of a router drops traffic. */
    public ReferenceNetwork blocks(String device, BlockedTraffic traffic) {
        return access(device, new UplinkAccess(Optional.ofNullable(accesses.get(device)).flatMap(UplinkAccess::translation),
                List.of(traffic), Origin.NONE));
    }

    private ReferenceNetwork access(String device, UplinkAccess access) {
        accesses.put(device, access);
        return this;
    }

    /** Plain GRE. */
    public ReferenceNetwork withoutProtection() {
        protection = false;
        return this;
    }

    /** Static routes instead of EIGRP: spokes send 192.168.0.0/16 to the hub, the hub each LAN to its spoke. */
    public ReferenceNetwork staticRouting() {
        staticRouting = true;
        return this;
    }

    /** Static routes as above, and of each spoke to the LANs of the others by their own tunnel addresses, as Phase 2 wants it. */
    public ReferenceNetwork staticRoutesBetweenSpokes() {
        routedBetweenSpokes = true;
        return staticRouting();
    }

    /** Static routes of the hub to every spoke's LAN lead to the first spoke. */
    public ReferenceNetwork routesOfTheHubLeadToTheFirstSpoke() {
        misrouted = true;
        return this;
    }

    /** Spokes lease their addresses. */
    public ReferenceNetwork dhcpSpokes() {
        dhcpSpokes = true;
        return this;
    }

    /** Spokes check no liveness. */
    public ReferenceNetwork withoutDeadPeerDetection() {
        spokeDpd = Optional.empty();
        return this;
    }

    /** Largest random addition to the delay of the transport. */
    public ReferenceNetwork jitter(Duration largest) {
        jitter = largest;
        return this;
    }

    /** Probability that the transport loses a packet. */
    public ReferenceNetwork loss(double probability) {
        loss = probability;
        return this;
    }

    /** Length of the scenario. */
    public ReferenceNetwork duration(long seconds) {
        duration = Duration.ofSeconds(seconds);
        return this;
    }

    /** Seed of the scenario. */
    public ReferenceNetwork seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** One echo request each second from a host to another. */
    public ReferenceNetwork ping(long atSeconds, Endpoint source, Endpoint destination) {
        return ping(atSeconds, source, destination, OptionalInt.empty());
    }

    /** A number of echo requests, one each second. */
    public ReferenceNetwork ping(long atSeconds, Endpoint source, Endpoint destination, int count) {
        return ping(atSeconds, source, destination, OptionalInt.of(count));
    }

    private ReferenceNetwork ping(long atSeconds, Endpoint source, Endpoint destination, OptionalInt count) {
        actions.add(new Action.Ping(Duration.ofSeconds(atSeconds), "ping", source, destination,
                Optional.of(Duration.ofSeconds(1)), count, Origin.NONE));
        return this;
    }

    /** The scenario does something else. */
    public ReferenceNetwork action(Action action) {
        actions.add(action);
        return this;
    }

    /** A router loses its power. */
    public ReferenceNetwork fail(long atSeconds, String device) {
        return action(new Action.FailDevice(Duration.ofSeconds(atSeconds), device, Origin.NONE));
    }

    /** A router gets its power back. */
    public ReferenceNetwork restore(long atSeconds, String device) {
        return action(new Action.RestoreDevice(Duration.ofSeconds(atSeconds), device, Origin.NONE));
    }

    /** The underlay between two routers breaks. */
    public ReferenceNetwork failPath(long atSeconds, String first, String second) {
        return action(new Action.FailPath(Duration.ofSeconds(atSeconds), first, second, Origin.NONE));
    }

    /** The underlay between two routers is mended. */
    public ReferenceNetwork restorePath(long atSeconds, String first, String second) {
        return action(new Action.RestorePath(Duration.ofSeconds(atSeconds), first, second, Origin.NONE));
    }

    /** The scenario expects something. */
    public ReferenceNetwork expect(Expectation expectation) {
        expectations.add(expectation);
        return this;
    }

    /** Spoke's host; spoke numbers start at 1. */
    public Endpoint spokeHost(int spoke) {
        return new Endpoint("S" + spoke + ".lan", "S" + spoke, spokeLan(spoke).network().plus(10), Origin.NONE);
    }

    /** Another address of a spoke's LAN. */
    public Endpoint inSpokeLan(int spoke, int host) {
        return new Endpoint("S" + spoke + ".lan", "S" + spoke, spokeLan(spoke).network().plus(host), Origin.NONE);
    }

    /** A spoke's WAN address. */
    public Endpoint uplinkOf(int spoke) {
        return new Endpoint("S" + spoke + ".wan", "S" + spoke, underlay("198.51.100.10").plus(spoke), Origin.NONE);
    }

    /** Hub's host. */
    public Endpoint hubHost() {
        return new Endpoint("H1.lan", "H1", overlay("192.168.1.10"), Origin.NONE);
    }

    /** LAN of a spoke. */
    public IpPrefix spokeLan(int spoke) {
        return spokes <= SMALL_PLAN
                ? Ipv6Plan.prefix(IpPrefix.containing(IpAddress.parse("192.168.10.0").plus(256L * spoke), 24), ipv6Overlay)
                : Ipv6Plan.prefix(IpPrefix.containing(IpAddress.parse("172.16.10.0").plus(256L * spoke), 24), ipv6Overlay);
    }

    /** Prefix of all local networks. */
    public IpPrefix summaryPrefix() {
        if (defaultRoute) {
            return IpPrefix.containing(overlay("0.0.0.0"), 0);
        }
        return overlayPrefix(spokes <= SMALL_PLAN ? "192.168.0.0/16" : "172.16.0.0/12");
    }

    private int overlayLength() {
        return Ipv6Plan.length(spokes <= SMALL_PLAN ? 24 : 16, ipv6Overlay);
    }

    private IpAddress overlayAddress(int spoke) {
        return overlay("10.0.0.10").plus(spoke);
    }

    /** The network with a scenario called {@code scenario}. */
    public CompiledNetwork build() {
        Transport internet = new Transport("Internet", TransportKind.INTERNET, Transport.DEFAULT_LATENCY, jitter, loss,
                bandwidth, mtu,
                dhcpSpokes ? Optional.of(Ipv6Plan.prefix(IpPrefix.parse("198.51.100.0/24"), ipv6Transport)) : Optional.empty(), queue,
                List.of(), Optional.empty(), Origin.NONE);
        IpPrefix overlay = IpPrefix.containing(overlay("10.0.0.0"), overlayLength());
        List<Device> devices = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        devices.add(hub());
        hosts.add(host("H1", overlayPrefix("192.168.1.0/24")));
        for (int spoke = 1; spoke <= spokes; spoke++) {
            devices.add(spoke(spoke));
            hosts.add(host("S" + spoke, spokeLan(spoke)));
        }
        Scenario scenario = new Scenario("scenario", seed, duration, actions, expectations, Origin.NONE);
        return new CompiledNetwork("Reference", List.of(internet),
                List.of(new Cloud("A", overlay, phase, Origin.NONE)), devices, hosts, List.of(scenario),
                Origin.NONE);
    }

    private Host host(String device, IpPrefix lan) {
        return new Host(device + "-host", device, "GigabitEthernet2",
                new InterfaceAddress(lan.network().plus(10), lan.length()), Origin.NONE);
    }

    private Device hub() {
        EigrpInterface tunnel = new EigrpInterface("Tunnel100", EigrpInterface.DEFAULT_HELLO_INTERVAL,
                EigrpInterface.DEFAULT_HOLD_TIME, summary, phase != Phase.PHASE_2, false,
                summary ? List.of(new EigrpSummary(summaryPrefix(), List.of(), Origin.NONE)) : List.of(), Origin.NONE);
        return device("H1", DeviceRole.HUB, wan(underlayInterface(underlay("203.0.113.1"), 24), underlay("203.0.113.254")),
                overlayPrefix("192.168.1.0/24"), overlay("10.0.0.1"), List.of(), Optional.empty(),
                List.of(tunnel), Optional.empty());
    }

    private Device spoke(int spoke) {
        AddressAssignment wan = dhcpSpokes ? new AddressAssignment.Dhcp(ipv6Transport, Origin.NONE) : wan(
                underlayInterface(underlay("198.51.100.10").plus(spoke), spokes <= SMALL_PLAN ? 24 : 16),
                underlay(spokes <= SMALL_PLAN ? "198.51.100.254" : "198.51.1.254"));
        NextHopServer server = new NextHopServer(Optional.of("H1"), overlay("10.0.0.1"),
                hubOutside(), true, 0, 0, Origin.NONE);
        return device("S" + spoke, DeviceRole.SPOKE, wan, spokeLan(spoke), overlayAddress(spoke), List.of(server),
                spokeDpd, List.of(), Optional.of(new EigrpStub(true, true, Origin.NONE)));
    }

    private IpAddress hubOutside() {
        return Optional.ofNullable(accesses.get("H1")).flatMap(UplinkAccess::translation)
                .flatMap(AddressTranslation::outside).orElse(underlay("203.0.113.1"));
    }

    private static AddressAssignment wan(InterfaceAddress address, IpAddress gateway) {
        return new AddressAssignment.Static(address, Optional.of(gateway), Origin.NONE);
    }

    private Device device(String name, DeviceRole role, AddressAssignment wan, IpPrefix lan, IpAddress overlay,
            List<NextHopServer> servers, Optional<DeadPeerDetection> dpd, List<EigrpInterface> eigrpInterfaces,
            Optional<EigrpStub> stub) {
        InterfaceAddress lanAddress = new InterfaceAddress(lan.network().plus(1), lan.length());
        List<NetworkInterface> interfaces = List.of(
                new NetworkInterface("GigabitEthernet1", InterfaceKind.WAN, frontDoorVrf, uplinks.getOrDefault(name, wan),
                        Optional.of("Internet"), uplinkMtu, true, Optional.empty(), Optional.ofNullable(accesses.get(name)),
                        Origin.NONE),
                new NetworkInterface("GigabitEthernet2", InterfaceKind.LAN, Optional.empty(),
                        new AddressAssignment.Static(lanAddress, Optional.empty(), Origin.NONE), Optional.empty(), 1500, true,
                        Optional.empty(), Optional.ofNullable(insideAccesses.get(name)), Origin.NONE));
        List<EigrpInterface> settings = new ArrayList<>(eigrpInterfaces);
        settings.add(new EigrpInterface("GigabitEthernet2", EigrpInterface.DEFAULT_HELLO_INTERVAL,
                EigrpInterface.DEFAULT_HOLD_TIME, true, true, true, List.of(), Origin.NONE));
        InterfaceAddress overlayAddress = new InterfaceAddress(overlay, overlayLength());
        EigrpProcess eigrp = new EigrpProcess(AUTONOMOUS_SYSTEM, Optional.empty(),
                List.of(overlayAddress.prefix(), lan), stub, settings, Origin.NONE);
        return new Device(name, name, role, platform,
                frontDoorVrf.map(vrf -> List.of(new Vrf(vrf, Origin.NONE))).orElse(List.of()), interfaces,
                List.of(tunnel(name, overlayAddress, servers)),
                protection ? new CryptoConfiguration(List.of(profile(dpd)), Origin.NONE) : CryptoConfiguration.NONE,
                staticRouting ? new RoutingConfiguration(staticRoutes(overlay, servers), List.of(), Origin.NONE)
                        : new RoutingConfiguration(List.of(), List.of(eigrp), Origin.NONE), List.of(), Origin.NONE);
    }

    private List<StaticRoute> staticRoutes(IpAddress own, List<NextHopServer> servers) {
        if (!servers.isEmpty()) {
            List<StaticRoute> ofSpoke = new ArrayList<>();
            ofSpoke.add(staticRoute(summaryPrefix(), servers.get(0).protocolAddress()));
            for (int spoke = 1; routedBetweenSpokes && spoke <= spokes; spoke++) {
                if (!overlayAddress(spoke).equals(own)) {
                    ofSpoke.add(staticRoute(spokeLan(spoke), overlayAddress(spoke)));
                }
            }
            return ofSpoke;
        }
        List<StaticRoute> routes = new ArrayList<>();
        for (int spoke = 1; spoke <= spokes; spoke++) {
            routes.add(staticRoute(spokeLan(spoke), overlayAddress(misrouted ? 1 : spoke)));
        }
        return routes;
    }

    private static StaticRoute staticRoute(IpPrefix destination, IpAddress nextHop) {
        return new StaticRoute(Optional.empty(), destination, Optional.of(nextHop), Optional.empty(), 1, Origin.NONE);
    }

    private TunnelInterface tunnel(String device, InterfaceAddress address, List<NextHopServer> servers) {
        boolean isHub = servers.isEmpty();
        NhrpConfiguration nhrp = new NhrpConfiguration(1, Optional.of("dmvpnkey"), 600, 200, uniqueRegistration,
                isHub && phase == Phase.PHASE_3, !isHub && phase == Phase.PHASE_3, isHub, servers, Origin.NONE);
        TunnelMode mode = isHub || phase != Phase.PHASE_1
                ? new TunnelMode.Multipoint(Origin.NONE) : new TunnelMode.PointToPoint(servers.get(0).nbmaAddress(), Origin.NONE);
        return new TunnelInterface("Tunnel100", "A", address, Optional.empty(), "GigabitEthernet1", frontDoorVrf,
                mode, hasKey ? OptionalLong.of(100) : OptionalLong.empty(), tunnelMtu,
                segmentSizes.containsKey(device) ? OptionalInt.of(segmentSizes.get(device)) : segmentSize,
                TunnelInterface.DEFAULT_BANDWIDTH_KBPS, TunnelInterface.DEFAULT_DELAY_MICROS, nhrp,
                protection ? Optional.of(new TunnelProtection("DMVPN", false, Origin.NONE)) : Optional.empty(), Origin.NONE);
    }

    private IpsecProfile profile(Optional<DeadPeerDetection> dpd) {
        return new IpsecProfile("DMVPN", List.of(
                new IkeProposal(ikeVersion, EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256),
                        HashAlgorithm.SHA256, 19, Duration.ofHours(24), Origin.NONE)),
                PeerAuthentication.PreSharedKeys.forEverybody(new Secret("wan-psk", Optional.of("secret"), Origin.NONE)),
                List.of(new EspTransform(cipher, hash, mode, Origin.NONE)),
                Duration.ofHours(1), OptionalInt.empty(), dpd, frontDoorVrf, ipsecOptions, Origin.NONE);
    }
}
