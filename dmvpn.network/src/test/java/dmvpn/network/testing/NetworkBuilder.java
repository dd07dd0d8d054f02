package dmvpn.network.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.underlay.Host;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Builds compiled networks for tests: a sound DMVPN network with one hub and some spokes, in which a test changes what it
 * is about. Each device is written on a line of its own, so that tests can tell where a finding points.
 */
public final class NetworkBuilder {

    /** The file that all origins name. */
    public static final String FILE = "test.dmvpn";

    private static final IpPrefix OVERLAY = IpPrefix.parse("10.255.0.0/16");

    private final Phase phase;
    private final Map<String, DeviceBuilder> devices = new LinkedHashMap<>();
    private final Map<String, Phase> furtherClouds = new LinkedHashMap<>();
    private TransportKind transportKind = TransportKind.INTERNET;
    private int transportMtuBytes = Transport.DEFAULT_MTU_BYTES;
    private IpPrefix dhcpPool = IpPrefix.parse("198.18.0.0/15");
    private final List<Scenario> scenarios = new ArrayList<>();

    private NetworkBuilder(Phase phase) {
        this.phase = phase;
    }

    /** A sound Phase 3 network: hub HQ1, spokes Branch1 and Branch2 with DHCP, IKEv2, EIGRP with a summary. */
    public static NetworkBuilder phase3() {
        return phase3(2);
    }

    /** The same with more spokes, at most some 30,000. */
    public static NetworkBuilder phase3(int spokes) {
        return sound(Phase.PHASE_3, spokes);
    }

    /** A sound Phase 2 network: the hub keeps next hops and announces no summary. */
    public static NetworkBuilder phase2() {
        return sound(Phase.PHASE_2, 2);
    }

    /** A sound Phase 1 network: spokes with point-to-point tunnels. */
    public static NetworkBuilder phase1() {
        return sound(Phase.PHASE_1, 2);
    }

    private static NetworkBuilder sound(Phase phase, int spokes) {
        NetworkBuilder network = new NetworkBuilder(phase);
        network.addHub("HQ1", 1);
        for (int number = 1; number <= spokes; number++) {
            network.addSpoke("Branch" + number, number, "HQ1");
        }
        return network;
    }

    /** Adds hub number {@code number} of the cloud Corp, at most 9. */
    public DeviceBuilder addHub(String name, int number) {
        return add(DeviceBuilder.hub(this, name, number));
    }

    /** Adds spoke number {@code number} of the cloud Corp, registering with one hub. */
    public DeviceBuilder addSpoke(String name, int number, String hub) {
        return add(DeviceBuilder.spoke(this, name, number, device(hub)));
    }

    private DeviceBuilder add(DeviceBuilder device) {
        devices.put(device.name(), device);
        return device;
    }

    /** A device that was added before. */
    public DeviceBuilder device(String name) {
        return Optional.ofNullable(devices.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No device " + name));
    }

    /** All devices of a role, in order. */
    public List<DeviceBuilder> devices(DeviceRole role) {
        return devices.values().stream().filter(device -> device.role() == role).toList();
    }

    /** All devices in order. */
    public List<DeviceBuilder> devices() {
        return List.copyOf(devices.values());
    }

    /** Adds a cloud beside Corp, with the overlay 10.254.0.0/16. */
    public NetworkBuilder cloud(String name, Phase cloudPhase) {
        furtherClouds.put(name, cloudPhase);
        return this;
    }

    /** What the only transport is; the Internet unless a test says otherwise. */
    public NetworkBuilder transport(TransportKind kind) {
        transportKind = kind;
        return this;
    }

    /** Largest packet of the transport. */
    public NetworkBuilder transportMtu(int bytes) {
        transportMtuBytes = bytes;
        return this;
    }

    /** What the only transport leases. */
    public NetworkBuilder dhcpPool(String prefix) {
        dhcpPool = IpPrefix.parse(prefix);
        return this;
    }

    /** Adds a scenario. */
    public NetworkBuilder scenario(Scenario scenario) {
        scenarios.add(scenario);
        return this;
    }

    Phase phase() {
        return phase;
    }

    /** The network as it stands. */
    public CompiledNetwork build() {
        Transport internet = new Transport("Internet", transportKind, Duration.ofMillis(20), Duration.ZERO, 0,
                OptionalLong.empty(), transportMtuBytes, Optional.of(dhcpPool),
                origin(1, "transport Internet"));
        List<Cloud> clouds = new ArrayList<>();
        clouds.add(new Cloud("Corp", OVERLAY, phase, origin(2, "cloud Corp")));
        furtherClouds.forEach((name, cloudPhase) -> clouds.add(
                new Cloud(name, IpPrefix.parse("10.254.0.0/16"), cloudPhase, origin(3, "cloud " + name))));
        List<Device> built = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        int line = 10;
        for (DeviceBuilder device : devices.values()) {
            Device result = device.build(origin(line++, device.name()));
            built.add(result);
            device.host().ifPresent(hosts::add);
        }
        return new CompiledNetwork("Acme", List.of(internet), clouds, built, hosts, scenarios, origin(1, "network Acme"));
    }

    static Origin origin(int line, String element) {
        return Origin.of(FILE, line, 1, line * 100, 10, element);
    }
}
