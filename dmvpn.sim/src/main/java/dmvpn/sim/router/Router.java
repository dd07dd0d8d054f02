package dmvpn.sim.router;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.StaticRoute;
import dmvpn.sim.fragmentation.FragmentCounters;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.RouteRecorder;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.Attachment;
import dmvpn.sim.underlay.LeasedAddress;
import dmvpn.sim.underlay.Underlay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A powered router: interfaces, IP and the protocols that it is composed of. Made when the device is powered on, thrown
 * away when it fails.
 */
public final class Router implements RouterContext {

    private final Device device;
    private final int node;
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final TraceRecorder trace;
    private final IpForwarder ip;
    private final ConnectedRoutes connectedRoutes = new ConnectedRoutes(this);
    private final StaticRoutes staticRoutes = new StaticRoutes(this);
    private final Map<Optional<String>, VirtualRouter> virtualRouters = new LinkedHashMap<>();
    private final Map<String, AbstractRouterInterface> interfaces = new LinkedHashMap<>();
    private final List<PhysicalInterface> physicalInterfaces = new ArrayList<>();
    private final List<RouterProtocol> protocols = new ArrayList<>();

    /**
     * A router without interfaces.
     *
     * @param node its index in the trace
     * @param random its own randomness
     */
    public Router(Device device, int node, Scheduler scheduler, RandomGenerator random, TraceRecorder trace) {
        this.device = device;
        this.node = node;
        this.scheduler = scheduler;
        this.random = random;
        this.trace = trace;
        this.ip = new IpForwarder(this);
        for (StaticRoute route : device.routing().staticRoutes()) {
            staticRoutes.add(route);
        }
    }

    /**
     * Makes the physical and loopback interfaces and brings them up.
     *
     * @param attachments the cables by interface name
     * @param failedInterfaces names of interfaces whose line has failed
     */
    public void powerOn(Underlay underlay, Map<String, Attachment> attachments, Set<String> failedInterfaces) {
        for (NetworkInterface configured : device.interfaces()) {
            PhysicalInterface made = new PhysicalInterface(
                    this, configured, Optional.ofNullable(attachments.get(configured.name())));
            physicalInterfaces.add(made);
            add(made);
            made.setFailed(failedInterfaces.contains(made.name()));
            made.powerOn(underlay);
        }
        staticRoutes.settle();
    }

    /**
     * Makes the line of an interface fail, or work again.
     *
     * @return false when the router has no interface of that name
     */
    public boolean setInterfaceFailed(String name, boolean failed) {
        AbstractRouterInterface found = interfaces.get(name);
        if (found != null) {
            found.setFailed(failed);
        }
        return found != null;
    }

    /** Gives a physical interface another lease. */
    public void renumber(String interfaceName, LeasedAddress lease) {
        physicalInterfaces.stream().filter(each -> each.name().equals(interfaceName))
                .forEach(each -> each.renumber(lease));
    }

    /** Adds an interface behind those that are there. */
    public void add(AbstractRouterInterface added) {
        interfaces.put(added.name(), added);
        added.addListener(connectedRoutes);
        added.addListener(staticRoutes);
    }

    /** What it fragmented and reassembled since power-on. */
    FragmentCounters fragmentCounters() {
        return ip.fragmentCounters();
    }

    /** Who tells senders of packets that went no further. */
    public void setErrorHandler(IpErrorHandler handler) {
        ip.setErrorHandler(handler);
    }

    /** Adds a protocol behind those that are there. */
    public void add(RouterProtocol protocol) {
        protocols.add(protocol);
    }

    /** Starts the protocols in the order of their addition. */
    public void start() {
        protocols.forEach(RouterProtocol::start);
    }

    /** Power fails: nothing is sent or delivered any more, no timer expires. */
    public void powerOff() {
        protocols.forEach(RouterProtocol::stop);
        ip.stop();
        physicalInterfaces.forEach(PhysicalInterface::powerOff);
    }

    /** Protocols in the order of their addition. */
    public List<RouterProtocol> protocols() {
        return List.copyOf(protocols);
    }

    /** The protocol of that class. */
    public <P extends RouterProtocol> Optional<P> protocol(Class<P> type) {
        return protocols.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** All commands that print a table of this router: its own first, then those of its protocols. */
    public List<ShowCommand> showCommands() {
        List<ShowCommand> commands = new ArrayList<>(RouterTables.showCommands(this));
        protocols.forEach(protocol -> commands.addAll(protocol.showCommands()));
        return commands;
    }

    /** All state of this router as data: its own first, then that of its protocols. */
    public List<StateTable> stateTables() {
        List<StateTable> tables = new ArrayList<>(RouterTables.stateTables(this));
        protocols.forEach(protocol -> tables.addAll(protocol.stateTables()));
        return tables;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public int node() {
        return node;
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public TraceRecorder trace() {
        return trace;
    }

    @Override
    public IpStack ip() {
        return ip;
    }

    @Override
    public Collection<AbstractRouterInterface> interfaces() {
        return List.copyOf(interfaces.values());
    }

    @Override
    public Optional<RouterInterface> interfaceNamed(String name) {
        return Optional.ofNullable(interfaces.get(name));
    }

    @Override
    public RoutingTable routes(Optional<String> vrf) {
        return virtualRouter(vrf).table();
    }

    /** The forwarding table of a VRF: the routing table with what only forwarding needs. */
    public LongestMatchRoutingTable forwarding(Optional<String> vrf) {
        return virtualRouter(vrf).table();
    }

    /**
     * Where a packet goes in a VRF, by policy or by the routes.
     *
     * @param ingress interface that it arrived on; empty for one that the router makes itself
     */
    public Optional<ForwardingDecision> wayOf(IpPacket packet, Optional<String> ingress, Optional<String> vrf) {
        LongestMatchRoutingTable table = virtualRouter(vrf).table();
        return ingress.isPresent() ? ip.wayOfArrived(ingress.get(), packet, table) : ip.wayOfOwn(packet, table);
    }

    /** True when packets with the same addresses may go different ways, by the interface that they arrived on. */
    public boolean hasPolicyRoutes() {
        return ip.hasPolicyRoutes();
    }

    /** True when an address in a VRF is one of this router. */
    public boolean owns(Optional<String> vrf, IpAddress address) {
        return virtualRouter(vrf).ownerOf(address) != null;
    }

    /** True when an address is one of this router, in any VRF. Asked for each packet that leaves a tunnel, so it makes no objects. */
    public boolean owns(IpAddress address) {
        for (AbstractRouterInterface each : interfaces.values()) {
            Optional<InterfaceAddress> own = each.address();
            if (own.isPresent() && own.get().address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    /** VRFs in use, the global table first when it is. */
    public List<Optional<String>> vrfs() {
        return List.copyOf(virtualRouters.keySet());
    }

    VirtualRouter virtualRouter(Optional<String> vrf) {
        VirtualRouter present = virtualRouters.get(vrf);
        return present != null ? present : create(vrf);
    }

    private VirtualRouter create(Optional<String> vrf) {
        VirtualRouter created = new VirtualRouter(new LongestMatchRoutingTable(scheduler::nowNanos));
        virtualRouters.put(vrf, created);
        created.table().addListener(new RouteRecorder(node, vrf, trace));
        return created;
    }

    /** The interface of that name; null when there is none. */
    AbstractRouterInterface egress(String name) {
        return interfaces.get(name);
    }
}
