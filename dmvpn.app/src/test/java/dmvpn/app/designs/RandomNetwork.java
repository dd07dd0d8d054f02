package dmvpn.app.designs;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.network.CompiledNetwork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Routers on random networks, each with a local network; all speak one protocol. A while after the start some attachments fail, then
 * the local network of the first router; what should be reached follows from the attachments that are left.
 */
final class RandomNetwork {

    private static final int ROUTERS = 6;
    private static final int NETWORKS = 5;

    /** How routers of a protocol are written, and how long it takes to know of a silent neighbour and to settle. */
    enum Protocol {
        EIGRP(40),
        OSPF(90),
        // Invalid after 180 s, then held down for as long, at each of several hops.
        RIP(900),
        // 180 s of hold time, and 30 s between announcements at each of several hops.
        BGP(500);

        private final int settlesSeconds;

        Protocol(int settlesSeconds) {
            this.settlesSeconds = settlesSeconds;
        }
    }

    private final Protocol protocol;
    /** Networks of each router, by their numbers. */
    private final TreeMap<Integer, TreeSet<Integer>> attachments = new TreeMap<>();
    private final Set<List<Integer>> failing = new LinkedHashSet<>();

    RandomNetwork(Protocol protocol, long seed) {
        this.protocol = protocol;
        SplittableRandom random = new SplittableRandom(seed);
        for (int router = 1; router <= ROUTERS; router++) {
            TreeSet<Integer> networks = new TreeSet<>();
            int wanted = 1 + random.nextInt(3);
            while (networks.size() < wanted) {
                networks.add(1 + random.nextInt(NETWORKS));
            }
            attachments.put(router, networks);
        }
        while (failing.size() < 3) {
            int router = 1 + random.nextInt(ROUTERS);
            List<Integer> networks = List.copyOf(attachments.get(router));
            failing.add(List.of(router, networks.get(random.nextInt(networks.size()))));
        }
    }

    int startedSeconds() {
        return 150;
    }

    int failedSeconds() {
        return startedSeconds() + 10;
    }

    int settledSeconds() {
        return failedSeconds() + protocol.settlesSeconds;
    }

    int withdrawnSeconds() {
        return settledSeconds() + 10;
    }

    int endSeconds() {
        return withdrawnSeconds() + protocol.settlesSeconds;
    }

    static List<Integer> routers() {
        return IntStream.rangeClosed(1, ROUTERS).boxed().toList();
    }

    static String name(int router) {
        return "R" + router;
    }

    /** Routers that one can reach, before or after the failures. */
    Set<Integer> reachableFrom(int router, boolean afterFailures) {
        Set<Integer> reached = new LinkedHashSet<>(List.of(router));
        List<Integer> open = new ArrayList<>(List.of(router));
        while (!open.isEmpty()) {
            int next = open.removeLast();
            for (int other : routers()) {
                boolean joined = attachments.get(next).stream().anyMatch(network -> isAttached(next, network, afterFailures)
                        && isAttached(other, network, afterFailures));
                if (joined && reached.add(other)) {
                    open.add(other);
                }
            }
        }
        return reached;
    }

    private boolean isAttached(int router, int network, boolean afterFailures) {
        return attachments.get(router).contains(network) && !(afterFailures && failing.contains(List.of(router, network)));
    }

    CompiledNetwork compiled() {
        return ModelLoader.create().parse("random.dmvpn", text()).network().orElseThrow();
    }

    String text() {
        StringBuilder text = new StringBuilder("network Random\n");
        for (int network = 1; network <= NETWORKS; network++) {
            text.append("transport N").append(network).append(" { latency ").append(network).append("ms }\n");
        }
        attachments.forEach((router, networks) -> {
            text.append("router ").append(name(router)).append(" {\n");
            networks.forEach(network -> text.append("  wan N").append(network).append(" 10.").append(network).append(".0.").append(router)
                    .append("/24\n"));
            text.append("  lan 192.168.").append(router).append(".0/24\n  routing ").append(routing(router, networks)).append("\n}\n");
        });
        text.append("scenario Failures { seed 1  duration ").append(endSeconds()).append("s\n");
        failing.forEach(each -> text.append("  at ").append(failedSeconds()).append("s fail ").append(name(each.getFirst())).append(".N")
                .append(each.getLast()).append('\n'));
        return text.append("  at ").append(withdrawnSeconds()).append("s fail R1.lan\n}\n").toString();
    }

    private String routing(int router, Set<Integer> networks) {
        return switch (protocol) {
            case EIGRP -> "eigrp 1 { on lan " + interfaces(networks, "") + "}";
            case RIP -> "rip { on lan " + interfaces(networks, "") + "}";
            case OSPF -> "ospf 1 { on lan { area 0 } " + interfaces(networks, " { area 0 }") + "}";
            case BGP -> "bgp " + (65_000 + router) + " { advertise 192.168." + router + ".0/24 " + neighbors(router, networks) + "}";
        };
    }

    private static String interfaces(Set<Integer> networks, String settings) {
        return networks.stream().map(network -> "on wan N" + network + settings + " ").collect(Collectors.joining());
    }

    private String neighbors(int router, Set<Integer> networks) {
        return networks.stream().flatMap(network -> routers().stream()
                        .filter(other -> other != router && attachments.get(other).contains(network))
                        .map(other -> "neighbor 10." + network + ".0." + other + " as " + (65_000 + other) + " { } "))
                .collect(Collectors.joining());
    }
}
