package dmvpn.sim.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over random networks of autonomous systems in which links, networks and whole routers fail and some come back: when all is
 * quiet, a router has a path to a network exactly when a way leads there, and none that was withdrawn (RFC 4271 sections 3.1 and
 * 9.1); its path is as long as the shortest way (section 9.1.2.2).
 */
class WithdrawalPropertyTest {

    private static final int FIRST_AUTONOMOUS_SYSTEM = 65000;
    private static final int UNREACHABLE = 1000;
    private static final int FAULTS = 4;
    private static final double FIRST_FAULT_SECONDS = 200;
    /** Most time between faults: some come while the last is still talked about. */
    private static final int BETWEEN_FAULTS_SECONDS = 60;
    /** Longer than a hold time and the intervals between advertisements on the longest way. */
    private static final double QUIET_SECONDS = 600;

    /** A wire between two routers. */
    private record Link(int from, int to, String portOfFrom) {
    }

    private final BgpLab lab = new BgpLab();
    private final List<Link> links = new ArrayList<>();
    private final List<Boolean> carries = new ArrayList<>();
    private boolean[] isPowered;
    private boolean[] hasNetwork;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noPathStaysAfterAWithdrawal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(3, 6);
        connect(count, random);
        double time = FIRST_FAULT_SECONDS;
        for (int fault = 0; fault < FAULTS; fault++) {
            fail(time, count, random);
            time += random.nextInt(1, BETWEEN_FAULTS_SECONDS);
        }
        lab.runTo(FIRST_FAULT_SECONDS - 1);
        for (int router = 0; router < count; router++) {
            assertThat(lab.seen().best(name(router))).as("seed %d, %s at first", seed, name(router)).hasSize(count);
        }
        lab.runTo(time + QUIET_SECONDS);
        check(seed, count);
    }

    private static String name(int router) {
        return "R" + router;
    }

    /** A random tree, and some links more. */
    private void connect(int count, SplittableRandom random) {
        isPowered = new boolean[count];
        hasNetwork = new boolean[count];
        Arrays.fill(isPowered, true);
        Arrays.fill(hasNetwork, true);
        int[] ports = new int[count];
        for (int router = 0; router < count; router++) {
            String network = "192.168." + router + ".";
            lab.router(name(router)).lan(network + "1/24").bgp(FIRST_AUTONOMOUS_SYSTEM + router).network(network + "0/24");
            if (router > 0) {
                link(router, random.nextInt(router), ports);
            }
        }
        for (int more = 0; more < count - 2; more++) {
            int from = random.nextInt(1, count);
            link(from, random.nextInt(from), ports);
        }
    }

    private void link(int from, int to, int[] ports) {
        String subnet = "10.0." + links.size() + ".";
        String wire = "wire" + links.size();
        links.add(new Link(from, to, "eth" + ports[from]));
        carries.add(true);
        ports[from]++;
        ports[to]++;
        lab.router(name(from)).on(wire, subnet + "1/24")
                .neighbor(subnet + "2", BgpLab.as(FIRST_AUTONOMOUS_SYSTEM + to).timers(3, 9));
        lab.router(name(to)).on(wire, subnet + "2/24")
                .neighbor(subnet + "1", BgpLab.as(FIRST_AUTONOMOUS_SYSTEM + from).timers(3, 9));
    }

    /** Fails or repairs something. */
    private void fail(double time, int count, SplittableRandom random) {
        int router = random.nextInt(count);
        switch (random.nextInt(4)) {
            case 0 -> {
                if (isPowered[router]) {
                    lab.fail(time, name(router));
                } else {
                    lab.restore(time, name(router));
                }
                isPowered[router] = !isPowered[router];
            }
            case 1 -> {
                if (hasNetwork[router]) {
                    lab.failInterface(time, name(router), "lan0");
                } else {
                    lab.restoreInterface(time, name(router), "lan0");
                }
                hasNetwork[router] = !hasNetwork[router];
            }
            default -> {
                int index = random.nextInt(links.size());
                Link link = links.get(index);
                if (carries.get(index)) {
                    lab.failInterface(time, name(link.from()), link.portOfFrom());
                } else {
                    lab.restoreInterface(time, name(link.from()), link.portOfFrom());
                }
                carries.set(index, !carries.get(index));
            }
        }
    }

    private void check(long seed, int count) {
        int[][] distance = distances(count);
        for (int from = 0; from < count; from++) {
            for (int to = 0; isPowered[from] && to < count; to++) {
                List<Map<String, String>> paths = lab.seen().paths(name(from), "192.168." + to + ".0/24");
                String what = "seed " + seed + ", paths of " + name(from) + " to the network of " + name(to);
                if (distance[from][to] >= UNREACHABLE || !hasNetwork[to]) {
                    assertThat(paths).as(what).isEmpty();
                } else {
                    assertThat(paths.stream().filter(path -> path.get("state").startsWith("best"))
                            .map(path -> path.get("asPath").isEmpty() ? 0 : path.get("asPath").split(" ").length))
                            .as(what).containsExactly(distance[from][to]);
                }
            }
        }
    }

    /** Autonomous systems on the shortest ways, the own not counted. */
    private int[][] distances(int count) {
        int[][] distance = new int[count][count];
        for (int from = 0; from < count; from++) {
            Arrays.fill(distance[from], UNREACHABLE);
            distance[from][from] = 0;
        }
        for (int index = 0; index < links.size(); index++) {
            Link link = links.get(index);
            if (carries.get(index) && isPowered[link.from()] && isPowered[link.to()]) {
                distance[link.from()][link.to()] = 1;
                distance[link.to()][link.from()] = 1;
            }
        }
        for (int via = 0; via < count; via++) {
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    distance[from][to] = Math.min(distance[from][to], distance[from][via] + distance[via][to]);
                }
            }
        }
        return distance;
    }
}
