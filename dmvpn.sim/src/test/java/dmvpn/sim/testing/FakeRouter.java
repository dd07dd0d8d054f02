package dmvpn.sim.testing;

import dmvpn.network.device.Device;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.RoutingTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A router made of stand-ins, for a test of one protocol alone. Only its routing tables are real. */
public final class FakeRouter implements RouterContext {

    private final Device device;
    private final ManualScheduler scheduler;
    private final RecordedTrace trace;
    private final FakeIpStack ip = new FakeIpStack();
    private final List<RouterInterface> interfaces = new ArrayList<>();
    private final Map<Optional<String>, LongestMatchRoutingTable> tables = new LinkedHashMap<>();
    private final RandomGenerator random = new SplittableRandom(1);

    /** A router with a clock and trace of its own. */
    public FakeRouter(Device device) {
        this(device, new ManualScheduler());
    }

    /** A router that shares a clock with others. */
    public FakeRouter(Device device, ManualScheduler scheduler) {
        this.device = device;
        this.scheduler = scheduler;
        this.trace = new RecordedTrace(scheduler::nowNanos);
    }

    /** Gives the router an interface. */
    public FakeRouter with(RouterInterface added) {
        interfaces.add(added);
        return this;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public int node() {
        return 0;
    }

    @Override
    public ManualScheduler scheduler() {
        return scheduler;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public RecordedTrace trace() {
        return trace;
    }

    @Override
    public FakeIpStack ip() {
        return ip;
    }

    @Override
    public Collection<? extends RouterInterface> interfaces() {
        return interfaces;
    }

    @Override
    public Optional<RouterInterface> interfaceNamed(String name) {
        return interfaces.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
    }

    @Override
    public RoutingTable routes(Optional<String> vrf) {
        return tables.computeIfAbsent(vrf, name -> new LongestMatchRoutingTable(scheduler::nowNanos));
    }
}
