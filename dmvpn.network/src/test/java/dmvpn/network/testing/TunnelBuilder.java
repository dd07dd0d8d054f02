package dmvpn.network.testing;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelOptions;
import dmvpn.network.tunnel.TunnelProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A tunnel of a {@link DeviceBuilder}. */
public final class TunnelBuilder {

    private final String name;
    private final String cloud;
    private InterfaceAddress address;
    private String source;
    private Optional<String> frontDoorVrf = Optional.of("INET");
    private TunnelMode mode = new TunnelMode.Multipoint(Origin.NONE);
    private OptionalLong key = OptionalLong.of(100);
    private OptionalInt ipMtuBytes = OptionalInt.of(1400);
    private int bandwidthKbps = 100_000;
    private OptionalInt tcpMssBytes = OptionalInt.of(1360);
    private long networkId = 100;
    private Optional<String> authentication = Optional.of("NHRP1");
    private int holdingTimeSeconds = NhrpConfiguration.DEFAULT_HOLDING_TIME_SECONDS;
    private int registrationIntervalSeconds = 200;
    private boolean uniqueRegistration = true;
    private boolean redirect;
    private boolean shortcut;
    private boolean dynamicMulticast;
    private List<NextHopServer> servers = new ArrayList<>();
    private NhrpOptions nhrpOptions = NhrpOptions.DEFAULT;
    private TunnelOptions options = TunnelOptions.DEFAULT;
    private Optional<TunnelProtection> protection = Optional.of(new TunnelProtection("Suite", false, Origin.NONE));

    private TunnelBuilder(String name, String cloud, String address) {
        this.name = name;
        this.cloud = cloud;
        this.address = InterfaceAddress.parse(address);
    }

    static TunnelBuilder ofHub(DeviceBuilder hub, String address) {
        TunnelBuilder tunnel = new TunnelBuilder("Tunnel100", "Corp", address);
        tunnel.dynamicMulticast = true;
        return tunnel;
    }

    static TunnelBuilder ofSpoke(DeviceBuilder spoke, String address, DeviceBuilder hub) {
        TunnelBuilder tunnel = new TunnelBuilder("Tunnel100", "Corp", address);
        tunnel.uniqueRegistration = false;
        tunnel.addServer(hub.name(), hub.tunnel().address.address().toString(), hub.nbmaAddress().toString(), true);
        return tunnel;
    }

    TunnelBuilder copy(String newName, String newCloud, String newAddress) {
        TunnelBuilder copy = new TunnelBuilder(newName, newCloud, newAddress);
        copy.frontDoorVrf = frontDoorVrf;
        copy.key = key;
        copy.shortcut = shortcut;
        copy.redirect = redirect;
        copy.uniqueRegistration = uniqueRegistration;
        copy.dynamicMulticast = dynamicMulticast;
        return copy;
    }

    /** Tunnel address and length. */
    public TunnelBuilder address(String text) {
        address = InterfaceAddress.parse(text);
        return this;
    }

    /** Name of the source interface. */
    public TunnelBuilder source(String interfaceName) {
        source = interfaceName;
        return this;
    }

    /** {@code tunnel vrf}. */
    public TunnelBuilder frontDoorVrf(Optional<String> vrf) {
        frontDoorVrf = vrf;
        return this;
    }

    /** {@code tunnel destination}. */
    public TunnelBuilder pointToPoint(String destination) {
        mode = new TunnelMode.PointToPoint(IpAddress.parse(destination), Origin.NONE);
        return this;
    }

    /** {@code tunnel mode gre multipoint}. */
    public TunnelBuilder multipoint() {
        mode = new TunnelMode.Multipoint(Origin.NONE);
        return this;
    }

    /** GRE key. */
    public TunnelBuilder key(long value) {
        key = OptionalLong.of(value);
        return this;
    }

    /** No GRE key. */
    public TunnelBuilder noKey() {
        key = OptionalLong.empty();
        return this;
    }

    /** {@code ip mtu}; 0 for none. */
    public TunnelBuilder mtu(int bytes) {
        ipMtuBytes = bytes == 0 ? OptionalInt.empty() : OptionalInt.of(bytes);
        return this;
    }

    /** {@code ip tcp adjust-mss}; 0 for none. */
    public TunnelBuilder mss(int bytes) {
        tcpMssBytes = bytes == 0 ? OptionalInt.empty() : OptionalInt.of(bytes);
        return this;
    }

    /** {@code ip nhrp network-id}. */
    public TunnelBuilder networkId(long id) {
        networkId = id;
        return this;
    }

    /** NHRP password; null for none. */
    public TunnelBuilder authentication(String password) {
        authentication = Optional.ofNullable(password);
        return this;
    }

    /** Holding time and registration interval in seconds. */
    public TunnelBuilder timers(int holdingTime, int registrationInterval) {
        holdingTimeSeconds = holdingTime;
        registrationIntervalSeconds = registrationInterval;
        return this;
    }

    /** The unique flag of registrations. */
    public TunnelBuilder unique(boolean on) {
        uniqueRegistration = on;
        return this;
    }

    /** {@code ip nhrp redirect}. */
    public TunnelBuilder redirect(boolean on) {
        redirect = on;
        return this;
    }

    /** {@code ip nhrp shortcut}. */
    public TunnelBuilder shortcut(boolean on) {
        shortcut = on;
        return this;
    }

    /** {@code ip nhrp map multicast dynamic}. */
    public TunnelBuilder dynamicMulticast(boolean on) {
        dynamicMulticast = on;
        return this;
    }

    /** Registers with nobody. */
    public TunnelBuilder noServers() {
        servers = new ArrayList<>();
        return this;
    }

    /** Registers with one more server. */
    public TunnelBuilder addServer(String device, String protocolAddress, String nbmaAddress, boolean multicast) {
        servers.add(new NextHopServer(Optional.of(device), IpAddress.parse(protocolAddress),
                IpAddress.parse(nbmaAddress), multicast, 0, 0, Origin.NONE));
        return this;
    }

    /** What NHRP says beyond what most tunnels need. */
    public TunnelBuilder nhrpOptions(NhrpOptions newOptions) {
        nhrpOptions = newOptions;
        return this;
    }

    /** What the interface says beyond what every tunnel needs. */
    public TunnelBuilder options(TunnelOptions newOptions) {
        options = newOptions;
        return this;
    }

    /** No IPsec. */
    public TunnelBuilder unprotected() {
        protection = Optional.empty();
        return this;
    }

    /** {@code tunnel protection ipsec profile}. */
    public TunnelBuilder protection(String profile, boolean shared) {
        protection = Optional.of(new TunnelProtection(profile, shared, Origin.NONE));
        return this;
    }

    boolean isProtected() {
        return protection.isPresent();
    }

    /** Bandwidth for metrics, in kbit/s. */
    public TunnelBuilder bandwidth(int kbps) {
        bandwidthKbps = kbps;
        return this;
    }

    TunnelInterface build(String wan, Origin origin) {
        NhrpConfiguration plain = new NhrpConfiguration(networkId, authentication, holdingTimeSeconds,
                registrationIntervalSeconds, uniqueRegistration, redirect, shortcut, dynamicMulticast, servers, origin);
        NhrpConfiguration nhrp = new NhrpConfiguration(networkId, plain.authentication(), holdingTimeSeconds,
                registrationIntervalSeconds, plain.registrationIntervalGiven(), uniqueRegistration, redirect, shortcut,
                dynamicMulticast, servers, nhrpOptions, origin);
        return new TunnelInterface(name, cloud, address, Optional.empty(), source == null ? wan : source, frontDoorVrf,
                mode, key, ipMtuBytes, tcpMssBytes, bandwidthKbps,
                TunnelInterface.DEFAULT_DELAY_MICROS, nhrp, protection, options, origin);
    }
}
