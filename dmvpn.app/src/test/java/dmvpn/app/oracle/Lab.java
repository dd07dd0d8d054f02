package dmvpn.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * One network twice: simulated, and as FRRouting in network namespaces, configured by our writer. {@link #agree} waits until the
 * routing tables of FRRouting are those of the simulation, route for route: prefix, protocol, distance, metric, next hops and
 * interfaces. Then something fails, and they must agree again.
 *
 * <pre>
 * Topology topology = new Topology();
 * topology.router("r1").port("eth0", "ab", "10.0.12.1/24").loopback("10.255.0.1/32").route("10.255.0.2/32", "10.0.12.2");
 * topology.router("r2").port("eth0", "ab", "10.0.12.2/24").loopback("10.255.0.2/32").rip(new RipProcess(...));
 * try (Lab lab = Lab.start(topology)) {
 *     lab.agree();
 *     lab.failPort("r1", "eth0");
 *     lab.agree();
 * }
 * </pre>
 *
 * <p>Ports that name one wire are on one Ethernet; a port on a wire of its own is a network with hosts alone. Use short timers:
 * FRRouting runs in real time. A topology has IPv4 or IPv6 addresses, not both. A test is skipped where FRRouting or the rights of root are missing.
 */
final class Lab implements AutoCloseable {

    /** How long FRRouting may need; a network that agrees is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** The same for a first start, which is repeated once. */
    private static final Duration PATIENCE_WITH_FIRST_START = Duration.ofSeconds(90);
    private static final long POLL_NANOS = Duration.ofMillis(300).toNanos();
    /** Tables that agree must do so in that many looks one after the other: one alone may be a moment on the way. */
    private static final int LOOKS = 3;
    /** Simulated time between two faults, in which the slowest timers of a protocol expire. */
    private static final Duration BETWEEN_FAULTS = Duration.ofMinutes(20);

    private final Topology topology;
    /** Labs may run side by side: each has namespaces of its own, named after its folder. */
    private final String prefix;
    private final Path folder;
    private final Map<String, FrrRouter> routers = new LinkedHashMap<>();
    /** Ends of cables in the namespace of the switches, by router and port. */
    private final Map<String, String> switchPorts = new LinkedHashMap<>();
    /** Addresses of ports by their link-local ones. */
    private final Map<String, String> linkLocalAddresses = new LinkedHashMap<>();
    /** Switches, by wire. */
    private final Map<String, String> bridges = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();

    private Predicate<String> ignored = prefix -> false;
    private boolean hasAgreed;

    private Lab(Topology topology, Path folder) {
        this.topology = topology;
        this.folder = folder;
        this.prefix = folder.getFileName() + "-";
    }

    /** Cables the routers and starts them. */
    static Lab start(Topology topology) {
        assumeTrue(Files.isExecutable(Path.of("/usr/lib/frr/zebra")) && isOnPath("vtysh") && isOnPath("ip"),
                "FRRouting is missing: install the packages frr and iproute2 (apt-get install frr iproute2)");
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need the rights of root");
        Lab lab;
        try {
            lab = new Lab(topology, Files.createTempDirectory("dmvpn-lab"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try {
            lab.open();
            return lab;
        } catch (RuntimeException failed) {
            lab.close();
            throw failed;
        }
    }

    private static boolean isOnPath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private void open() {
        // The daemons run as a user of their own.
        SystemCommand.run("chmod 755 " + folder);
        SystemCommand.Outcome refused = SystemCommand.attempt(List.of("ip", "netns", "add", switches()));
        assumeTrue(refused.code() == 0, "this machine makes no network namespaces: " + refused.output());
        topology.routers().stream().flatMap(router -> router.wires().stream()).distinct().forEach(wire -> {
            String bridge = "br" + bridges.size();
            bridges.put(wire, bridge);
            SystemCommand.run("ip -n " + switches() + " link add " + bridge + " type bridge forward_delay 0");
            SystemCommand.run("ip -n " + switches() + " link set " + bridge + " up");
        });
        topology.routers().forEach(this::cable);
        topology.routers().forEach(router -> routers.put(router.name(),
                new FrrRouter(namespace(router.name()), folder.resolve(router.name()), router)));
        routers.values().forEach(FrrRouter::start);
    }

    private String switches() {
        return namespace("switches");
    }

    private String namespace(String name) {
        return prefix + name;
    }

    private void cable(TopologyRouter router) {
        String namespace = namespace(router.name());
        SystemCommand.run("ip netns add " + namespace);
        SystemCommand.run("ip netns exec " + namespace + " sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1"
                + " net.ipv6.conf.default.accept_dad=0 net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0");
        SystemCommand.run("ip -n " + namespace + " link set " + TopologyRouter.LOOPBACK + " up");
        router.build().interfaces().stream().filter(port -> port.transport().isPresent()).forEach(port -> {
            String end = "p" + switchPorts.size();
            switchPorts.put(router.name() + " " + port.name(), end);
            SystemCommand.run("ip link add " + port.name() + " netns " + namespace + " type veth peer name " + end + " netns "
                    + switches());
            SystemCommand.run("ip -n " + switches() + " link set " + end + " master " + bridges.get(port.transport().get()) + " up");
            SystemCommand.run("ip -n " + namespace + " link set " + port.name() + " address "
                    + hardwareAddress(topology.routers().indexOf(router), router.ports().indexOf(port.name())) + " up");
            if (port.assignment() instanceof AddressAssignment.Static fixed && port.assignment().isOfIpv6()) {
                linkLocalAddresses.put(linkLocalAddress(namespace, port.name()), fixed.address().address().toString());
            }
        });
    }

    private static String linkLocalAddress(String namespace, String port) {
        String line = SystemCommand.run("ip -n " + namespace + " -6 -o addr show dev " + port + " scope link");
        return line.substring(line.indexOf("inet6 ") + "inet6 ".length(), line.indexOf('/'));
    }

    /** As the simulation has it, so that link-local addresses are the same in both. */
    private static String hardwareAddress(int router, int port) {
        return String.format(Locale.ROOT, "aa:bb:cc:00:%02x:%02x", router + 1, port);
    }

    /** Pulls the cable of a port; the other routers on the wire keep theirs. */
    void failPort(String router, String port) {
        actions.add(new Action.FailInterface(nextFault(), router, port, Origin.NONE));
        setPort(router, port, "down");
    }

    /** Puts the cable of a port back. */
    void restorePort(String router, String port) {
        actions.add(new Action.RestoreInterface(nextFault(), router, port, Origin.NONE));
        setPort(router, port, "up");
    }

    private void setPort(String router, String port, String state) {
        SystemCommand.run("ip -n " + switches() + " link set " + switchPorts.get(router + " " + port) + " " + state);
    }

    /** The switch between two routers, which no others are on, forwards nothing any more; both keep their links. */
    void failPath(String router, String port, String other) {
        actions.add(new Action.FailPath(nextFault(), router, other, Origin.NONE));
        SystemCommand.run("ip -n " + switches() + " link set " + switchPorts.get(router + " " + port) + " nomaster");
    }

    /** The switch forwards again. */
    void restorePath(String router, String port, String other) {
        actions.add(new Action.RestorePath(nextFault(), router, other, Origin.NONE));
        SystemCommand.run("ip -n " + switches() + " link set " + switchPorts.get(router + " " + port) + " master "
                + bridges.get(wireOf(router, port)));
    }

    private String wireOf(String router, String port) {
        return topology.router(router).build().interfaceNamed(port).flatMap(NetworkInterface::transport).orElseThrow();
    }

    /** Power fails: nobody says goodbye. */
    void failRouter(String router) {
        actions.add(new Action.FailDevice(nextFault(), router, Origin.NONE));
        portsOf(router).forEach(port -> setPort(router, port, "down"));
        routers.get(router).kill();
    }

    /** Power is back. */
    void restoreRouter(String router) {
        actions.add(new Action.RestoreDevice(nextFault(), router, Origin.NONE));
        portsOf(router).forEach(port -> setPort(router, port, "up"));
        routers.get(router).start();
    }

    private List<String> portsOf(String router) {
        return switchPorts.keySet().stream().filter(key -> key.startsWith(router + " "))
                .map(key -> key.substring(router.length() + 1)).toList();
    }

    private Duration nextFault() {
        return BETWEEN_FAULTS.multipliedBy(actions.size() + 1);
    }

    /** The network simulated up to now: all faults so far, and time to recover from the last. */
    Simulation simulate() {
        Duration end = BETWEEN_FAULTS.multipliedBy(actions.size() + 1).minusNanos(1);
        Simulation simulation = Simulation.create(topology.build(actions, end), SimulationOptions.DEFAULT.withScenario(Topology.SCENARIO));
        simulation.run();
        assertThat(simulation.violation()).isEmpty();
        return simulation;
    }

    /** What FRRouting answers to commands that are typed on a router one after the other. */
    String frr(String router, String... commands) {
        return routers.get(router).type(commands);
    }

    /** Waits until what FRRouting answers to a command has a text in it; fails with the answer when it never does. */
    void await(String router, String command, String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = frr(router, command);
        while (!answer.contains(text)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(router + " has no '" + text + "' in " + command + " after " + PATIENCE.toSeconds() + " s:\n" + answer);
            }
            LockSupport.parkNanos(POLL_NANOS);
            answer = frr(router, command);
        }
    }

    /** Leaves out prefixes that FRRouting has other routes for than a router must have. */
    void ignore(Predicate<String> prefixes) {
        ignored = prefixes;
    }

    /** Waits until all powered routers have the same routes in both; fails with the differences when they never do. */
    void agree() {
        agree(PATIENCE);
    }

    /** Routes are the same before a cable is pulled, without it, and with it plugged in again. */
    void agreeThroughFailureOf(String router, String port) {
        agree();
        failPort(router, port);
        agree();
        restorePort(router, port);
        agree();
    }

    /** The same with another limit. */
    void agree(Duration patience) {
        Map<String, Map<String, ComparedRoute>> wanted = simulated(simulate());
        boolean isFirstStart = !hasAgreed && patience.compareTo(PATIENCE_WITH_FIRST_START) > 0;
        List<String> differences = differencesAfter(isFirstStart ? PATIENCE_WITH_FIRST_START : patience, wanted);
        if (!differences.isEmpty() && !hasAgreed) {
            // A daemon that reads "redistribute" before it knows its interfaces tells nobody, and does not try again (ospfd 8.4
            // with external routes of an NSSA, once in some hundred starts): a difference counts when a second start has it, too.
            routers.values().forEach(FrrRouter::kill);
            routers.values().forEach(FrrRouter::start);
            differences = differencesAfter(patience, wanted);
        }
        if (!differences.isEmpty()) {
            throw new AssertionError("FRRouting and the simulation do not agree after " + patience.toSeconds() + " s:\n"
                    + String.join("\n", differences));
        }
        hasAgreed = true;
    }

    /** Waits until there are none; those of the last look when there always are. */
    private List<String> differencesAfter(Duration patience, Map<String, Map<String, ComparedRoute>> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> routers = new ArrayList<>(wanted.keySet());
        int looks = 0;
        while (looks < LOOKS && (System.nanoTime() < deadline || looks > 0)) {
            LockSupport.parkNanos(POLL_NANOS);
            looks = allAgree(routers, wanted) ? looks + 1 : 0;
        }
        return looks == LOOKS ? List.of() : routers.stream().flatMap(router -> differences(router, wanted.get(router)).stream()).toList();
    }

    /** Asks routers until one differs, which is asked first the next time. */
    private boolean allAgree(List<String> routers, Map<String, Map<String, ComparedRoute>> wanted) {
        for (String router : List.copyOf(routers)) {
            if (!differences(router, wanted.get(router)).isEmpty()) {
                routers.remove(router);
                routers.addFirst(router);
                return false;
            }
        }
        return true;
    }

    private Map<String, Map<String, ComparedRoute>> simulated(Simulation simulation) {
        Map<String, Map<String, ComparedRoute>> tables = new LinkedHashMap<>();
        for (RouterView router : simulation.routers()) {
            if (router.isPowered()) {
                tables.put(router.name(), withoutLinkLocal(ComparedRoute.ofSimulation(router.stateTable("Routes").orElseThrow())));
            }
        }
        return tables;
    }

    private List<String> differences(String router, Map<String, ComparedRoute> wanted) {
        List<String> differences = new ArrayList<>();
        Map<String, ComparedRoute> actual = withoutLinkLocal(ComparedRoute.ofFrr(routers.get(router).routes(topology.usesIpv6())));
        TreeSet<String> prefixes = new TreeSet<>(wanted.keySet());
        prefixes.addAll(actual.keySet());
        prefixes.removeIf(ignored);
        for (String each : prefixes) {
            Optional<ComparedRoute> ofFrr = Optional.ofNullable(actual.get(each));
            Optional<ComparedRoute> ofSimulation = Optional.ofNullable(wanted.get(each));
            if (!ofFrr.equals(ofSimulation)) {
                differences.add(router + " " + each + ": FRRouting has " + text(ofFrr) + ", the simulation " + text(ofSimulation));
            }
        }
        return differences;
    }

    /** BGP gives routers of IPv6 two next hops, of which FRRouting uses the link-local one: the other one of its port counts. */
    private Map<String, ComparedRoute> withoutLinkLocal(Map<String, ComparedRoute> routes) {
        Map<String, ComparedRoute> replaced = new TreeMap<>();
        routes.forEach((prefix, route) -> replaced.put(prefix,
                route.withNextHops(address -> linkLocalAddresses.getOrDefault(address, address))));
        return replaced;
    }

    private static String text(Optional<ComparedRoute> route) {
        return route.map(found -> found.protocol() + " [" + found.distance() + "/" + found.metric() + "] " + found.nextHops())
                .orElse("no route");
    }

    @Override
    public void close() {
        routers.values().forEach(FrrRouter::kill);
        topology.routers().forEach(router -> SystemCommand.attempt(List.of("ip", "netns", "del", namespace(router.name()))));
        SystemCommand.attempt(List.of("ip", "netns", "del", switches()));
        SystemCommand.attempt(List.of("rm", "-r", folder.toString()));
    }
}
