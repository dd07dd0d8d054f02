package dmvpn.sim.testing;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.BackupInterface;
import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.ServerSelection;
import dmvpn.network.tunnel.StaticMapping;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelOptions;
import dmvpn.network.tunnel.TunnelProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A multipoint tunnel of a {@link RouterDraft}: holding time 600 s, registration each 200 s, a password. */
public final class TunnelDraft {

    private final String name;
    private final InterfaceAddress address;
    private long number = 1;
    private boolean hasKey = true;
    private Optional<String> password = Optional.of("dmvpnkey");
    private int holdingTimeSeconds = 600;
    private OptionalInt registrationSeconds = OptionalInt.empty();
    private boolean unique = true;
    private boolean redirect;
    private boolean shortcut;
    private boolean dynamicMulticast;
    private boolean interfaceState;
    private Optional<BackupInterface> backup = Optional.empty();
    private final List<NextHopServer> servers = new ArrayList<>();
    private final List<StaticMapping> mappings = new ArrayList<>();
    private OptionalInt fallback = OptionalInt.empty();
    private final List<ClusterLimit> limits = new ArrayList<>();
    private Optional<IpAddress> farEnd = Optional.empty();

    /** @param address such as {@code 10.0.0.1/24} */
    public TunnelDraft(String name, String address) {
        this.name = name;
        this.address = InterfaceAddress.parse(address);
    }

    /** Network-id, and 100 times it as the key: tunnels of one number are one cloud. */
    public TunnelDraft cloud(long newNumber) {
        number = newNumber;
        return this;
    }

    /** No key. */
    public TunnelDraft withoutKey() {
        hasKey = false;
        return this;
    }

    /** Another password, null for none. */
    public TunnelDraft password(String value) {
        password = Optional.ofNullable(value);
        return this;
    }

    /** Another holding time, which the time between registrations follows. */
    public TunnelDraft holdingTime(int seconds) {
        holdingTimeSeconds = seconds;
        return this;
    }

    /** Another time between registrations. */
    public TunnelDraft registrationEvery(int seconds) {
        registrationSeconds = OptionalInt.of(seconds);
        return this;
    }

    /** {@code ip nhrp registration no-unique}. */
    public TunnelDraft notUnique() {
        unique = false;
        return this;
    }

    /** {@code ip nhrp redirect}. */
    public TunnelDraft redirect() {
        redirect = true;
        return this;
    }

    /** {@code ip nhrp shortcut}. */
    public TunnelDraft shortcut() {
        shortcut = true;
        return this;
    }

    /** {@code ip nhrp map multicast dynamic}. */
    public TunnelDraft dynamicMulticast() {
        dynamicMulticast = true;
        return this;
    }

    /** {@code if-state nhrp}. */
    public TunnelDraft interfaceState(boolean on) {
        interfaceState = on;
        return this;
    }

    /** {@code backup interface}. */
    public TunnelDraft backup(String tunnel, int delaySeconds) {
        backup = Optional.of(new BackupInterface(tunnel, delaySeconds, Origin.NONE));
        return this;
    }

    /** A next-hop server. */
    public TunnelDraft server(String protocolAddress, String nbmaAddress, int priority, int cluster) {
        servers.add(new NextHopServer(Optional.empty(), IpAddress.parse(protocolAddress), IpAddress.parse(nbmaAddress), true,
                priority, cluster, Origin.NONE));
        return this;
    }

    /** A next-hop server of priority 0. */
    public TunnelDraft server(String protocolAddress, String nbmaAddress) {
        return server(protocolAddress, nbmaAddress, 0, 0);
    }

    /** {@code ip nhrp map}. */
    public TunnelDraft mapping(String protocolAddress, String nbmaAddress) {
        mappings.add(new StaticMapping(IpAddress.parse(protocolAddress), IpAddress.parse(nbmaAddress), Origin.NONE));
        return this;
    }

    /** {@code ip nhrp nhs cluster ... max-connections}. */
    public TunnelDraft atMost(int connections, int cluster) {
        limits.add(new ClusterLimit(cluster, connections, Origin.NONE));
        return this;
    }

    /** {@code ip nhrp nhs fallback}. */
    public TunnelDraft fallback(int seconds) {
        fallback = OptionalInt.of(seconds);
        return this;
    }

    /** Phase 1: a point-to-point tunnel. */
    public TunnelDraft pointToPoint(String nbmaAddress) {
        farEnd = Optional.of(IpAddress.parse(nbmaAddress));
        return this;
    }

    InterfaceAddress address() {
        return address;
    }

    String name() {
        return name;
    }

    TunnelInterface build(Optional<String> ipsecProfile) {
        NhrpConfiguration nhrp = new NhrpConfiguration(number,
                password.map(value -> new Secret("", Optional.of(value), Origin.NONE)), holdingTimeSeconds,
                registrationSeconds.orElse(NhrpConfiguration.defaultRegistrationIntervalSeconds(holdingTimeSeconds)),
                registrationSeconds.isPresent(), unique, redirect, shortcut, dynamicMulticast, servers,
                new NhrpOptions(OptionalInt.empty(), false, Optional.empty(),
                        new ServerSelection(fallback, limits, Origin.NONE), mappings, List.of(), Origin.NONE), Origin.NONE);
        TunnelOptions options = new TunnelOptions(false, interfaceState, false, Optional.empty(), Optional.empty(), backup,
                Optional.empty(), List.of(), Optional.empty(), Origin.NONE);
        TunnelMode mode = farEnd.<TunnelMode>map(destination -> new TunnelMode.PointToPoint(destination, Origin.NONE))
                .orElseGet(() -> new TunnelMode.Multipoint(Origin.NONE));
        return new TunnelInterface(name, "C" + number, address, Optional.empty(), "GigabitEthernet1", Optional.empty(),
                mode, hasKey ? OptionalLong.of(100 * number) : OptionalLong.empty(),
                OptionalInt.of(1400), OptionalInt.of(1360), TunnelInterface.DEFAULT_BANDWIDTH_KBPS,
                TunnelInterface.DEFAULT_DELAY_MICROS, nhrp,
                ipsecProfile.map(profile -> new TunnelProtection(profile, true, Origin.NONE)), options, Origin.NONE);
    }
}
