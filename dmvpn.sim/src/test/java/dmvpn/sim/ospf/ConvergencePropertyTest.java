package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.OspfLab.Node;
import dmvpn.sim.ospf.OspfLab.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random networks with loss, and routers that die and return: in the end all databases are the same and each route has the
 * cost of the shortest path, which an independent calculation finds. The seed of a failure is the test's parameter.
 */
class ConvergencePropertyTest {

    private static final int UNREACHABLE = 1 << 28;

    private record Link(int from, int to, int costFrom, int costTo, String name) {
    }

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("dmvpn.tests.long") ? 1000 : 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Shows({"RFC2328/16.1-tree", "RFC2328/13.3-flood"})
    void allDatabasesBecomeTheSameAndRoutesAreShortest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OspfLab lab = new OspfLab();
        int count = 3 + random.nextInt(6);
        List<Node> nodes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            nodes.add(lab.node("R" + index).loopback("1.0.0." + (index + 1)).lan("192.168." + index + ".1/24"));
        }
        List<Link> links = new ArrayList<>();
        for (int index = 1; index < count; index++) {
            connect(lab, nodes, links, random, random.nextInt(index), index);
        }
        for (int more = random.nextInt(count); more > 0; more--) {
            int from = random.nextInt(count);
            int to = random.nextInt(count);
            if (from != to) {
                connect(lab, nodes, links, random, from, to);
            }
        }
        for (Node node : nodes) {
            node.start();
            lab.runTo(lab.clock.nowNanos() / 1e9 + random.nextDouble(3));
        }
        lab.runTo(200);
        Node victim = nodes.get(random.nextInt(count));
        victim.powerOff();
        lab.runTo(200 + random.nextInt(100));
        victim.restart();
        lab.runTo(600);

        assertConverged(seed, nodes, links);
    }

    private static void connect(OspfLab lab, List<Node> nodes, List<Link> links, SplittableRandom random, int from, int to) {
        Segment segment = lab.segment();
        SplittableRandom losses = random.split();
        segment.loses = packet -> lab.clock.nowNanos() < 400_000_000_000L && losses.nextInt(10) == 0;
        int number = links.size();
        Link link = new Link(from, to, 1 + random.nextInt(30), 1 + random.nextInt(30), "Link" + number);
        Port port = switch (random.nextInt(3)) {
            case 0 -> Port.pointToPoint();
            case 1 -> Port.multipoint().withTimers(10, 40);
            default -> Port.broadcast();
        };
        nodes.get(from).link(segment, link.name(), "10." + number + ".0.1/24", port.withCost(link.costFrom()));
        nodes.get(to).link(segment, link.name(), "10." + number + ".0.2/24", port.withCost(link.costTo()));
        links.add(link);
    }

    private static void assertConverged(long seed, List<Node> nodes, List<Link> links) {
        int count = nodes.size();
        int[][] cost = new int[count][count];
        for (int[] row : cost) {
            Arrays.fill(row, UNREACHABLE);
        }
        for (int index = 0; index < count; index++) {
            cost[index][index] = 0;
        }
        for (Link link : links) {
            cost[link.from()][link.to()] = Math.min(cost[link.from()][link.to()], link.costFrom());
            cost[link.to()][link.from()] = Math.min(cost[link.to()][link.from()], link.costTo());
        }
        for (int via = 0; via < count; via++) {
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    cost[from][to] = Math.min(cost[from][to], cost[from][via] + cost[via][to]);
                }
            }
        }
        for (int from = 0; from < count; from++) {
            assertThat(nodes.get(from).rows("OSPF database", 0, 1, 2, 3, 5, 6)).as("seed %d, database of R%d", seed, from)
                    .isEqualTo(nodes.getFirst().rows("OSPF database", 0, 1, 2, 3, 5, 6));
            for (int to = 0; to < count; to++) {
                if (from != to) {
                    assertThat(nodes.get(from).table().best(IpPrefix.parse("192.168." + to + ".0/24")).orElseThrow().metric())
                            .as("seed %d, from R%d to R%d", seed, from, to).isEqualTo(cost[from][to] + 1);
                }
            }
        }
    }
}
