package dmvpn.network.testing;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.device.RawConfiguration;
import dmvpn.network.device.Vendor;
import dmvpn.network.device.Vrf;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One router of a {@link NetworkBuilder}: a WAN, a LAN and a tunnel in the cloud Corp. */
public final class DeviceBuilder {

    private static final String WAN = "GigabitEthernet1";
    private static final String LAN = "GigabitEthernet2";
    private static final IpAddress FIRST_LAN = IpAddress.parse("10.100.0.0");
    private static final int LAN_SIZE = 256;

    private final String name;
    private final DeviceRole role;
    private final List<TunnelBuilder> tunnels = new ArrayList<>();
    private final List<StaticRoute> staticRoutes = new ArrayList<>();
    private final List<RawConfiguration> raw = new ArrayList<>();
    private final ProfileBuilder profile = new ProfileBuilder();
    private final EigrpBuilder eigrp = new EigrpBuilder();
    private AddressAssignment wan = new AddressAssignment.Dhcp(Origin.NONE);
    private Optional<String> wanVrf = Optional.of("INET");
    private String wanTransport = "Internet";
    private Optional<String> lanVrf = Optional.empty();
    private int wanMtuBytes = 1500;
    private boolean wanEnabled = true;
    private InterfaceAddress lan;
    private Platform platform = Platform.DEFAULT;

    private DeviceBuilder(String name, DeviceRole role) {
        this.name = name;
        this.role = role;
    }

    static DeviceBuilder hub(NetworkBuilder network, String name, int number) {
        DeviceBuilder hub = new DeviceBuilder(name, DeviceRole.HUB);
        hub.wan("203.0.113." + number + "/24", "203.0.113.254").lan("10." + number + ".0.1/16");
        hub.tunnels.add(TunnelBuilder.ofHub(hub, "10.255.0." + number + "/16"));
        hub.tunnel().redirect(network.phase() == Phase.PHASE_3);
        hub.eigrp.network("10.255.0.0/16").network("10." + number + ".0.0/16");
        switch (network.phase()) {
            case PHASE_1, PHASE_3 -> hub.eigrp.summary("10.0.0.0/8", "10." + number + ".0.0/16");
            case PHASE_2 -> hub.eigrp.splitHorizon(false).nextHopSelf(false);
        }
        return hub;
    }

    static DeviceBuilder spoke(NetworkBuilder network, String name, int number, DeviceBuilder hub) {
        DeviceBuilder spoke = new DeviceBuilder(name, DeviceRole.SPOKE);
        IpAddress lanNetwork = FIRST_LAN.plus((long) number * LAN_SIZE);
        spoke.lan(lanNetwork.plus(1) + "/24");
        IpAddress tunnelAddress = IpAddress.parse("10.255.0.10").plus(number);
        spoke.tunnels.add(TunnelBuilder.ofSpoke(spoke, tunnelAddress + "/16", hub));
        spoke.tunnel().shortcut(network.phase() == Phase.PHASE_3);
        if (network.phase() == Phase.PHASE_1) {
            spoke.tunnel().pointToPoint(hub.nbmaAddress().toString());
        }
        spoke.eigrp.network("10.255.0.0/16").network(lanNetwork + "/24").stub(new EigrpStub(true, true, Origin.NONE));
        return spoke;
    }

    String name() {
        return name;
    }

    DeviceRole role() {
        return role;
    }

    IpAddress nbmaAddress() {
        return ((AddressAssignment.Static) wan).address().address();
    }

    /** The tunnel in the cloud Corp. */
    public TunnelBuilder tunnel() {
        return tunnels.getFirst();
    }

    /** Adds Tunnel200 in another cloud, a copy of the first with another address. */
    public TunnelBuilder addTunnel(String cloud, String address) {
        TunnelBuilder second = tunnel().copy("Tunnel200", cloud, address);
        tunnels.add(second);
        return second;
    }

    /** Takes the router out of every cloud. */
    public DeviceBuilder withoutTunnels() {
        tunnels.clear();
        return this;
    }

    /** The IPsec profile that the tunnels use. */
    public ProfileBuilder profile() {
        return profile;
    }

    /** EIGRP 100. */
    public EigrpBuilder eigrp() {
        return eigrp;
    }

    /** A fixed WAN address with a default route. */
    public DeviceBuilder wan(String address, String gateway) {
        wan = new AddressAssignment.Static(InterfaceAddress.parse(address), Optional.of(IpAddress.parse(gateway)), Origin.NONE);
        return this;
    }

    /** A fixed WAN address that has no default route. */
    public DeviceBuilder wanWithoutGateway(String address) {
        wan = new AddressAssignment.Static(InterfaceAddress.parse(address), Optional.empty(), Origin.NONE);
        return this;
    }

    /** The transport that the WAN is attached to; the Internet unless a test says otherwise. */
    public DeviceBuilder wanTransport(String transport) {
        wanTransport = transport;
        return this;
    }

    /** A leased WAN address. */
    public DeviceBuilder wanByDhcp() {
        wan = new AddressAssignment.Dhcp(Origin.NONE);
        return this;
    }

    /** Front-door VRF of the WAN and of the tunnels. */
    public DeviceBuilder wanVrf(Optional<String> vrf) {
        wanVrf = vrf;
        tunnels.forEach(tunnel -> tunnel.frontDoorVrf(vrf));
        return this;
    }

    /** Largest packet of the WAN interface. */
    public DeviceBuilder wanMtu(int bytes) {
        wanMtuBytes = bytes;
        return this;
    }

    /** {@code shutdown} on the WAN interface. */
    public DeviceBuilder wanDown() {
        wanEnabled = false;
        return this;
    }

    /** Address of the router in its LAN. */
    public DeviceBuilder lan(String address) {
        lan = InterfaceAddress.parse(address);
        return this;
    }

    /** VRF of the LAN. */
    public DeviceBuilder lanVrf(String vrf) {
        lanVrf = Optional.of(vrf);
        return this;
    }

    /** Operating system. */
    public DeviceBuilder platform(Platform newPlatform) {
        platform = newPlatform;
        return this;
    }

    /** Adds a static route of the global table. */
    public DeviceBuilder staticRoute(String destination, String nextHop) {
        staticRoutes.add(new StaticRoute(Optional.empty(), IpPrefix.parse(destination),
                Optional.of(IpAddress.parse(nextHop)), Optional.empty(), 1, Origin.NONE));
        return this;
    }

    /** Adds a static route of the front-door VRF. */
    public DeviceBuilder frontDoorRoute(String destination, String nextHop) {
        staticRoutes.add(new StaticRoute(wanVrf, IpPrefix.parse(destination),
                Optional.of(IpAddress.parse(nextHop)), Optional.empty(), 1, Origin.NONE));
        return this;
    }

    /** Adds vendor lines. */
    public DeviceBuilder raw(Vendor vendor, String text) {
        raw.add(new RawConfiguration(vendor, text, Origin.NONE));
        return this;
    }

    Optional<Host> host() {
        return Optional.of(new Host(name + ".lan", name, LAN,
                new InterfaceAddress(lan.prefix().network().plus(10), lan.prefixLength()), Origin.NONE));
    }

    Device build(Origin origin) {
        List<NetworkInterface> interfaces = List.of(
                new NetworkInterface(WAN, InterfaceKind.WAN, wanVrf, wan, Optional.of(wanTransport), wanMtuBytes,
                        wanEnabled, origin),
                new NetworkInterface(LAN, InterfaceKind.LAN, lanVrf,
                        new AddressAssignment.Static(lan, Optional.empty(), origin), Optional.empty(), 1500, true, origin));
        boolean isProtected = tunnels.stream().anyMatch(TunnelBuilder::isProtected);
        List<EigrpProcess> processes = eigrp.build(origin).stream().toList();
        return new Device(name, name, role, platform,
                wanVrf.map(vrf -> new Vrf(vrf, origin)).stream().toList(),
                interfaces,
                tunnels.stream().map(tunnel -> tunnel.build(WAN, origin)).toList(),
                isProtected ? new CryptoConfiguration(List.of(profile.build(wanVrf, origin)), origin)
                        : new CryptoConfiguration(List.of(), origin),
                new RoutingConfiguration(staticRoutes, processes, origin), raw, origin);
    }
}
