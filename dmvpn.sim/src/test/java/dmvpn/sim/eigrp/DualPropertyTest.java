package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.eigrp.EigrpLab.Node;
import dmvpn.sim.eigrp.EigrpLab.Segment;
import dmvpn.sim.routing.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever links come and go, DUAL settles on the shortest paths and leaves nothing active (RFC 7868 section 3). */
class DualPropertyTest {

    private static final int ROUTERS = 7;
    private static final long UNREACHABLE = Long.MAX_VALUE / 4;
    private static final int LAN_DELAY_MICROS = 10;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    /** A link between two routers. */
    private static final class Link {
        final int first;
        final int second;
        final int delayMicros;
        final String name;
        boolean up = true;

        Link(int first, int second, int delayMicros, String name) {
            this.first = first;
            this.second = second;
            this.delayMicros = delayMicros;
            this.name = name;
        }
    }

    private final EigrpLab lab = new EigrpLab();
    private final List<Node> routers = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private void build(RandomGenerator random) {
        for (int router = 0; router < ROUTERS; router++) {
            routers.add(lab.node("R" + router).lan("192.168." + router + ".1/24"));
        }
        for (int router = 1; router < ROUTERS; router++) {
            link(random.nextInt(router), router, random);
        }
        for (int extra = 0; extra < 5; extra++) {
            int first = random.nextInt(ROUTERS);
            int second = random.nextInt(ROUTERS);
            if (first != second) {
                link(Math.min(first, second), Math.max(first, second), random);
            }
        }
        routers.forEach(Node::start);
    }

    private void link(int first, int second, RandomGenerator random) {
        Segment segment = lab.segment();
        int number = links.size();
        int delayMicros = 10 * (1 + random.nextInt(400));
        String name = "Serial" + number;
        routers.get(first).link(segment, name, "10." + number + ".0.1/24", delayMicros);
        routers.get(second).link(segment, name, "10." + number + ".0.2/24", delayMicros);
        links.add(new Link(first, second, delayMicros, name));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shortestPathsAfterAnyChange(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        build(random);
        double second = 30;
        lab.runTo(second);
        check(seed, "start");
        for (int change = 0; change < 8; change++) {
            Link link = links.get(random.nextInt(links.size()));
            link.up = !link.up;
            routers.get(link.first).port(link.name).setUp(link.up);
            if (random.nextBoolean()) {
                lab.runTo(second + random.nextDouble());
            }
            routers.get(link.second).port(link.name).setUp(link.up);
            second += 40;
            lab.runTo(second);
            check(seed, "change " + change);
        }
    }

    private void check(long seed, String when) {
        for (int destination = 0; destination < ROUTERS; destination++) {
            long[] expected = distances(destination);
            for (int router = 0; router < ROUTERS; router++) {
                if (router == destination) {
                    continue;
                }
                Optional<Route> route = routers.get(router).route("192.168." + destination + ".0/24");
                String where = "seed " + seed + ", " + when + ", R" + router + " to LAN of R" + destination;
                if (expected[router] >= UNREACHABLE) {
                    assertThat(route).as(where).isEmpty();
                } else {
                    assertThat(route.map(Route::metric)).as(where).contains(metric(expected[router]));
                }
            }
        }
        assertThat(routers).as("seed " + seed + ", " + when).allSatisfy(
                router -> assertThat(router.show("show ip eigrp topology")).doesNotContain("A 192"));
    }

    /** 256 times (10,000,000 / 1,000,000 + delay / 10). */
    private static long metric(long delayMicros) {
        return 256 * (10 + (delayMicros + LAN_DELAY_MICROS) / 10);
    }

    /** Sums of delays over the links that are up, by relaxation. */
    private long[] distances(int destination) {
        long[] distances = new long[ROUTERS];
        Arrays.fill(distances, UNREACHABLE);
        distances[destination] = 0;
        for (int round = 0; round < ROUTERS; round++) {
            for (Link link : links) {
                if (link.up) {
                    distances[link.first] = Math.min(distances[link.first], distances[link.second] + link.delayMicros);
                    distances[link.second] = Math.min(distances[link.second], distances[link.first] + link.delayMicros);
                }
            }
        }
        return distances;
    }
}
