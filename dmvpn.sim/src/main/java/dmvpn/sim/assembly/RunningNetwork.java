package dmvpn.sim.assembly;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.underlay.Host;
import dmvpn.sim.host.LanHost;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.icmp.IcmpErrors;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.kernel.SeededRandom;
import dmvpn.sim.provider.ProviderNetwork;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.Attachment;
import dmvpn.sim.underlay.PacketTap;
import dmvpn.sim.underlay.Underlay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All nodes of a run and the networks between them. Everything comes up in the first event of the run. */
public final class RunningNetwork implements EventHandler {

    private final CompiledNetwork configuration;
    private final Underlay underlay;
    private final List<RouterNode> routers = new ArrayList<>();
    private final Map<String, RouterNode> routersByName = new LinkedHashMap<>();
    private final List<LanHost> hosts = new ArrayList<>();

    /**
     * Makes the nodes and schedules their start at instant 0.
     *
     * @param seed seed of all randomness; each router and the underlay draw from streams of their own
     * @param taps told of each packet on the wire
     * @param echoListener told of replies to pings
     */
    public RunningNetwork(CompiledNetwork configuration, Scheduler scheduler, TraceRecorder trace, long seed,
            List<PacketTap> taps, EchoListener echoListener) {
        this.configuration = configuration;
        SeededRandom random = new SeededRandom(seed);
        this.underlay = new Underlay(configuration, scheduler, trace, random.split(), taps);
        underlay.setTooLargeAnswer(IcmpErrors::fragmentationNeeded);
        ProviderNetwork provided = ProviderNetwork.of(configuration);
        Map<String, Set<String>> customers = new HashMap<>();
        provided.lines().forEach(line ->
                customers.computeIfAbsent(line.edgeDevice(), edge -> new LinkedHashSet<>()).add(line.customerDevice()));
        for (Device device : provided.devices()) {
            int node = routers.size();
            Set<Integer> customersOf = customers.getOrDefault(device.name(), Set.of()).stream()
                    .map(customer -> routersByName.get(customer).node()).collect(Collectors.toSet());
            RouterNode made = new RouterNode(device, node, customersOf, provided.providerDevices().contains(device.name()), scheduler, random.split(), trace, underlay, echoListener);
            routers.add(made);
            routersByName.put(device.name(), made);
        }
        provided.lines().forEach(line -> routersByName.get(line.customerDevice()).connectLine(
                line.customerInterface(), routersByName.get(line.edgeDevice()), line.edgeInterface()));
        for (Host host : configuration.hosts()) {
            int node = routers.size() + hosts.size();
            Attachment attachment =
                    underlay.attachHost(node, host.name(), host.device(), host.interfaceName(), host.origin());
            hosts.add(new LanHost(host, attachment, gatewayOf(host), scheduler, trace, echoListener));
        }
        hosts.forEach(host -> scheduler.schedule(0, Order.TIMER, this, START_HOST, host));
        routers.forEach(router -> scheduler.schedule(0, Order.TIMER, this, START_ROUTER, router));
    }

    private static final int START_HOST = 0;
    private static final int START_ROUTER = 1;

    @Override
    public void handle(int kind, Object payload) {
        if (kind == START_HOST) {
            ((LanHost) payload).start();
        } else {
            RouterNode router = (RouterNode) payload;
            router.powerOn("start of the run", router.device().origin());
        }
    }

    private Optional<IpAddress> gatewayOf(Host host) {
        return routerNamed(host.device()).map(RouterNode::device)
                .flatMap(device -> device.interfaceNamed(host.interfaceName()))
                .filter(lan -> lan.assignment() instanceof AddressAssignment.Static)
                .map(lan -> ((AddressAssignment.Static) lan.assignment()).address())
                .map(InterfaceAddress::address);
    }

    /** Names of routers, those of providers behind those of the model, and of hosts, by their index in the trace. */
    public static List<String> nodeNames(CompiledNetwork configuration) {
        return Stream.concat(ProviderNetwork.of(configuration).devices().stream().map(Device::name),
                configuration.hosts().stream().map(Host::name)).toList();
    }

    /** What runs here. */
    public CompiledNetwork configuration() {
        return configuration;
    }

    /** Transports and local networks. */
    public Underlay underlay() {
        return underlay;
    }

    /** Routers in the order of the model, then those of providers; the index is the one in the trace. */
    public List<RouterNode> routers() {
        return List.copyOf(routers);
    }

    /** The router of that name. */
    public Optional<RouterNode> routerNamed(String name) {
        return Optional.ofNullable(routersByName.get(name));
    }

    /** The router of that index in the trace; empty for a host. */
    public Optional<RouterNode> routerAt(int node) {
        return node < routers.size() ? Optional.of(routers.get(node)) : Optional.empty();
    }

    /** The host behind a router that has an address. */
    public Optional<LanHost> host(String device, IpAddress address) {
        return hosts.stream()
                .filter(host -> host.configuration().device().equals(device)
                        && host.configuration().address().address().equals(address))
                .findFirst();
    }
}
