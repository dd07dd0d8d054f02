package dmvpn.sim.testing;

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
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.tunnel.TunnelInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A router of a {@link DraftNetwork}: one WAN interface, one LAN with a host .10, tunnels, and routes. */
public final class RouterDraft {

    private static final int AUTONOMOUS_SYSTEM = 100;

    private final String name;
    private final InterfaceAddress wan;
    private final IpPrefix lan;
    private Platform platform = Platform.DEFAULT;
    private Optional<DeadPeerDetection> deadPeerDetection = Optional.empty();
    private boolean eigrp;
    private boolean defaultGateway = true;
    private Optional<EigrpStub> stub = Optional.empty();
    private final List<TunnelDraft> tunnels = new ArrayList<>();
    private final List<StaticRoute> routes = new ArrayList<>();
    private final List<BgpProcess> bgp = new ArrayList<>();
    private final Map<String, EigrpInterface> eigrpInterfaces = new LinkedHashMap<>();

    RouterDraft(String name, String nbmaAddress, String lan) {
        this.name = name;
        this.wan = InterfaceAddress.parse(nbmaAddress + "/24");
        this.lan = IpPrefix.parse(lan);
    }

    /** Another platform. */
    public RouterDraft platform(Platform value) {
        platform = value;
        return this;
    }

    /** A tunnel. */
    public RouterDraft tunnel(TunnelDraft tunnel) {
        tunnels.add(tunnel);
        return this;
    }

    /** No default route into the underlay, but one to a prefix of it. */
    public RouterDraft underlay(String prefix) {
        defaultGateway = false;
        return route(prefix, gateway().toString(), 1);
    }

    private IpAddress gateway() {
        return wan.prefix().network().plus(254);
    }

    /** Liveness checks of IKE: {@code dpd 30 5 periodic}. */
    public RouterDraft deadPeerDetection() {
        deadPeerDetection =
                Optional.of(new DeadPeerDetection(Duration.ofSeconds(30), Duration.ofSeconds(5), false, Origin.NONE));
        return this;
    }

    /** A static route. */
    public RouterDraft route(String prefix, String nextHop, int distance) {
        return route(prefix, Optional.empty(), nextHop, distance);
    }

    /** A static route out of a tunnel: it is in the table while the tunnel is up. */
    public RouterDraft route(String prefix, String tunnel, String nextHop, int distance) {
        return route(prefix, Optional.of(tunnel), nextHop, distance);
    }

    private RouterDraft route(String prefix, Optional<String> tunnel, String nextHop, int distance) {
        routes.add(new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.of(IpAddress.parse(nextHop)), tunnel,
                distance, Origin.NONE));
        return this;
    }

    /** EIGRP 100 on all tunnels and the LAN. */
    public RouterDraft eigrp() {
        eigrp = true;
        return this;
    }

    /** EIGRP 100 as a stub router. */
    public RouterDraft eigrpStub() {
        stub = Optional.of(new EigrpStub(true, true, Origin.NONE));
        return eigrp();
    }

    /** A summary out of a tunnel. */
    public RouterDraft summary(String tunnel, String prefix) {
        return eigrp(tunnel, true, true, List.of(new EigrpSummary(IpPrefix.parse(prefix), List.of(), Origin.NONE)));
    }

    /** A tunnel without split horizon, as Phase 2 needs it on hubs: routes keep their next hops. */
    public RouterDraft keepsNextHops(String tunnel) {
        return eigrp(tunnel, false, false, List.of());
    }

    private RouterDraft eigrp(String tunnel, boolean splitHorizon, boolean nextHopSelf, List<EigrpSummary> summaries) {
        eigrpInterfaces.put(tunnel, new EigrpInterface(tunnel, EigrpInterface.DEFAULT_HELLO_INTERVAL,
                EigrpInterface.DEFAULT_HOLD_TIME, splitHorizon, nextHopSelf, false, summaries, Origin.NONE));
        return eigrp();
    }

    /** BGP in the global table. */
    public RouterDraft bgp(BgpProcess process) {
        bgp.add(process);
        return this;
    }

    String name() {
        return name;
    }

    InterfaceAddress hostAddress() {
        return new InterfaceAddress(lan.network().plus(10), lan.length());
    }

    Device build(boolean isProtected) {
        List<NetworkInterface> interfaces = List.of(
                new NetworkInterface("GigabitEthernet1", InterfaceKind.WAN, Optional.empty(),
                        new AddressAssignment.Static(wan, defaultGateway ? Optional.of(gateway()) : Optional.empty(), Origin.NONE),
                        Optional.of("Internet"), 1500, true, Origin.NONE),
                new NetworkInterface("GigabitEthernet2", InterfaceKind.LAN, Optional.empty(),
                        new AddressAssignment.Static(new InterfaceAddress(lan.network().plus(1), lan.length()),
                                Optional.empty(), Origin.NONE), Optional.empty(), 1500, true, Origin.NONE));
        List<TunnelInterface> built = tunnels.stream()
                .map(tunnel -> tunnel.build(isProtected ? Optional.of("DMVPN") : Optional.empty())).toList();
        return new Device(name, name, DeviceRole.ROUTER, platform, List.of(), interfaces, built,
                isProtected ? new CryptoConfiguration(List.of(profile()), Origin.NONE) : CryptoConfiguration.NONE,
                new RoutingConfiguration(routes, eigrp ? List.of(process()) : List.of(), List.of(), bgp, List.of(), List.of(),
                        List.of(), List.of(), Origin.NONE), List.of(),
                Origin.NONE);
    }

    private EigrpProcess process() {
        List<IpPrefix> networks = new ArrayList<>();
        tunnels.forEach(tunnel -> networks.add(tunnel.address().prefix()));
        networks.add(lan);
        List<EigrpInterface> settings = new ArrayList<>(eigrpInterfaces.values());
        settings.add(new EigrpInterface("GigabitEthernet2", EigrpInterface.DEFAULT_HELLO_INTERVAL,
                EigrpInterface.DEFAULT_HOLD_TIME, true, true, true, List.of(), Origin.NONE));
        return new EigrpProcess(AUTONOMOUS_SYSTEM, Optional.empty(), networks.stream().distinct().toList(), stub, settings,
                Origin.NONE);
    }

    private IpsecProfile profile() {
        return new IpsecProfile("DMVPN",
                new IkeProposal(IkeVersion.IKEV2, EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256),
                        HashAlgorithm.SHA256, 19, Duration.ofHours(24), Origin.NONE),
                new Secret("wan-psk", Optional.of("secret"), Origin.NONE),
                new EspTransform(EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256),
                        EncapsulationMode.TRANSPORT, Origin.NONE),
                Duration.ofHours(1), OptionalInt.empty(), deadPeerDetection, Optional.empty(), Origin.NONE);
    }
}
