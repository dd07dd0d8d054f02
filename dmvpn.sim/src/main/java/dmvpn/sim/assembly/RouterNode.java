package dmvpn.sim.assembly;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.RawConfiguration;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.Router;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.Attachment;
import dmvpn.sim.underlay.LeasedAddress;
import dmvpn.sim.underlay.Underlay;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The place of a router in the network: its cables stay, the router itself comes and goes with its power. */
public final class RouterNode {

    private Device device;
    private final int node;
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final TraceRecorder trace;
    private final Underlay underlay;
    private final EchoListener echoListener;
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();
    private final Set<String> failedInterfaces = new HashSet<>();
    private final Map<String, LineEnd> otherEnds = new LinkedHashMap<>();
    private final Lines lines = new Lines();
    private final boolean provider;
    private Optional<ComposedRouter> powered = Optional.empty();

    /** An interface at the other end of a line that is up or down for both. */
    private record LineEnd(RouterNode node, String interfaceName) {
    }

    /**
     * @param node index in the trace
     * @param customers indexes of the customers of a router at a provider's edge; none for others
     * @param provider true for a router of a provider
     */
    RouterNode(Device device, int node, Set<Integer> customers, boolean provider, Scheduler scheduler, RandomGenerator random, TraceRecorder trace,
            Underlay underlay, EchoListener echoListener) {
        this.provider = provider;
        this.device = device;
        this.node = node;
        this.scheduler = scheduler;
        this.random = random;
        this.trace = trace;
        this.underlay = underlay;
        this.echoListener = echoListener;
        for (NetworkInterface configured : device.interfaces()) {
            underlay.attach(node, customers, device, configured)
                    .ifPresent(attachment -> attachments.put(configured.name(), attachment));
        }
    }

    /** Configuration of the router as of now. */
    public Device device() {
        return device;
    }

    /** Index of the router in the trace. */
    public int node() {
        return node;
    }

    /** True for a router of a provider, which no model declares. */
    public boolean isProvider() {
        return provider;
    }

    /** From now on the line of an interface is up or down together with one of another router. */
    void connectLine(String interfaceName, RouterNode other, String otherInterface) {
        otherEnds.put(interfaceName, new LineEnd(other, otherInterface));
        other.lines.add(otherInterface);
    }

    /** A line of an interface went down at its other end, or came up: the interface is down when all its lines are. */
    private void setLineDown(String interfaceName, String otherEnd, boolean down) {
        setInterfaceFailed(interfaceName, lines.areAllDown(interfaceName, otherEnd, down));
    }

    private void tellOtherEnd(String interfaceName, LineEnd end, boolean down) {
        end.node().setLineDown(end.interfaceName(), device.name() + "/" + interfaceName, down);
    }

    /** The cable of an interface. */
    public Optional<Attachment> attachment(String interfaceName) {
        return Optional.ofNullable(attachments.get(interfaceName));
    }

    /** The running router, empty while it has no power. */
    public Optional<ComposedRouter> powered() {
        return powered;
    }

    /**
     * Powers the router on; does nothing when it is on.
     *
     * @param reason why, for people
     * @param origin the element that asked for it
     */
    public void powerOn(String reason, Origin origin) {
        if (powered.isPresent()) {
            return;
        }
        trace.record(node, new DeviceEvent("power on", 0, reason), origin);
        for (RawConfiguration raw : device.raw()) {
            trace.record(node, new DeviceEvent("configuration lines not simulated", (int) raw.text().lines().count(),
                    "vendor lines are exported, not simulated"), raw.origin());
        }
        Router router = new Router(device, node, scheduler, random, trace);
        powered = Optional.of(new ComposedRouter(router, underlay, attachments, failedInterfaces, echoListener));
        otherEnds.forEach((name, end) -> tellOtherEnd(name, end, failedInterfaces.contains(name)));
    }

    /** Makes the line of an interface fail, or work again; without power it takes effect with the next power-on. */
    public void setInterfaceFailed(String interfaceName, boolean failed) {
        if (failed) {
            failedInterfaces.add(interfaceName);
        } else {
            failedInterfaces.remove(interfaceName);
        }
        powered.ifPresent(router -> router.router().setInterfaceFailed(interfaceName, failed));
        LineEnd end = otherEnds.get(interfaceName);
        if (end != null) {
            tellOtherEnd(interfaceName, end, failed || powered.isEmpty());
        }
    }

    /** Configures a tunnel; without power the router starts with it. */
    public void configure(TunnelInterface tunnel) {
        device = device.withTunnel(tunnel);
        powered.ifPresent(router -> router.reconfigure(tunnel));
    }

    /**
     * Lets the DHCP server of the transport give another lease to an interface, or to the translating device that it is
     * behind. An address that is inside the translation is another lease of the interface.
     *
     * @param wanted the address, empty for the next free one
     * @return false when the server has no such lease for it
     */
    public boolean renumber(String interfaceName, Optional<IpAddress> wanted) {
        Optional<Attachment> attachment = attachment(interfaceName);
        if (attachment.filter(uplink -> underlay.renumberOutside(uplink, wanted)).isPresent()) {
            return true;
        }
        Optional<LeasedAddress> lease = attachment.flatMap(uplink -> underlay.renumber(uplink, wanted));
        lease.ifPresent(found -> powered.ifPresent(router -> router.router().renumber(interfaceName, found)));
        return lease.isPresent();
    }

    /** The addresses by which others know the router now or knew it last: NBMA addresses and those of its tunnels. */
    public Set<IpAddress> knownAddresses() {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        attachments.values().forEach(attachment -> attachment.lastAddress().ifPresent(addresses::add));
        attachments.values().forEach(attachment -> attachment.lastOutsideAddress().ifPresent(addresses::add));
        device.tunnels().forEach(tunnel -> addresses.add(tunnel.address().address()));
        return addresses;
    }

    /** Powers the router off; does nothing when it is off. */
    public void powerOff(String reason, Origin origin) {
        if (powered.isEmpty()) {
            return;
        }
        trace.record(node, new DeviceEvent("power off", 0, reason), origin);
        powered.get().powerOff();
        powered = Optional.empty();
        otherEnds.forEach((name, end) -> tellOtherEnd(name, end, true));
    }
}
