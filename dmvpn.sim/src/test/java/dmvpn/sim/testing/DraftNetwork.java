package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.underlay.Host;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A network of routers that a test puts together itself, with 10 ms between any two, and what happens in its scenario. */
public final class DraftNetwork {

    private final Map<String, RouterDraft> routers = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private boolean isProtected = true;
    private Duration duration = Duration.ofSeconds(120);

    /**
     * Adds a router.
     *
     * @param nbmaAddress address of its WAN interface
     * @param lan prefix of its LAN
     */
    public RouterDraft router(String name, String nbmaAddress, String lan) {
        RouterDraft router = new RouterDraft(name, nbmaAddress, lan);
        routers.put(name, router);
        return router;
    }

    /** A router that was added. */
    public RouterDraft routerNamed(String name) {
        return routers.get(name);
    }

    /** Plain GRE. */
    public DraftNetwork withoutProtection() {
        isProtected = false;
        return this;
    }

    /** Length of the scenario. */
    public DraftNetwork duration(long seconds) {
        duration = Duration.ofSeconds(seconds);
        return this;
    }

    /** One echo request each second from a router's host to that of another. */
    public DraftNetwork ping(long atSeconds, String from, String to) {
        return ping(atSeconds, from, to, OptionalInt.empty());
    }

    /** A number of echo requests, one each second. */
    public DraftNetwork ping(long atSeconds, String from, String to, OptionalInt count) {
        return action(new Action.Ping(Duration.ofSeconds(atSeconds), from + " to " + to, host(from), host(to),
                Optional.of(Duration.ofSeconds(1)), count, Origin.NONE));
    }

    private Endpoint host(String router) {
        return new Endpoint(router + ".lan", router, routers.get(router).hostAddress().address(), Origin.NONE);
    }

    /** The scenario does something else. */
    public DraftNetwork action(Action action) {
        actions.add(action);
        return this;
    }

    /** A router loses its power. */
    public DraftNetwork fail(long atSeconds, String device) {
        return action(new Action.FailDevice(Duration.ofSeconds(atSeconds), device, Origin.NONE));
    }

    /** A router gets its power back. */
    public DraftNetwork restore(long atSeconds, String device) {
        return action(new Action.RestoreDevice(Duration.ofSeconds(atSeconds), device, Origin.NONE));
    }

    /** The underlay between two routers breaks. */
    public DraftNetwork failPath(long atSeconds, String first, String second) {
        return action(new Action.FailPath(Duration.ofSeconds(atSeconds), first, second, Origin.NONE));
    }

    /** The underlay between two routers is mended. */
    public DraftNetwork restorePath(long atSeconds, String first, String second) {
        return action(new Action.RestorePath(Duration.ofSeconds(atSeconds), first, second, Origin.NONE));
    }

    /** An interface of a router goes out of service. */
    public DraftNetwork failInterface(long atSeconds, String device, String interfaceName) {
        return action(new Action.FailInterface(Duration.ofSeconds(atSeconds), device, interfaceName, Origin.NONE));
    }

    /** An interface of a router goes into service again. */
    public DraftNetwork restoreInterface(long atSeconds, String device, String interfaceName) {
        return action(new Action.RestoreInterface(Duration.ofSeconds(atSeconds), device, interfaceName, Origin.NONE));
    }

    /** The network with a scenario called {@code scenario}. */
    public CompiledNetwork build() {
        Transport internet = new Transport("Internet", TransportKind.INTERNET, Transport.DEFAULT_LATENCY, Duration.ZERO, 0,
                OptionalLong.empty(), Transport.DEFAULT_MTU_BYTES, Optional.empty(), Origin.NONE);
        return new CompiledNetwork("Draft", List.of(internet), List.of(),
                routers.values().stream().map(router -> router.build(isProtected)).toList(),
                routers.values().stream().map(router -> new Host(router.name() + "-host", router.name(), "GigabitEthernet2",
                        router.hostAddress(), Origin.NONE)).toList(),
                List.of(new Scenario("scenario", 1, duration, actions, List.of(), Origin.NONE)), Origin.NONE);
    }
}
