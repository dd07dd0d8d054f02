package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.eigrp.EigrpLab.Node;
import dmvpn.sim.eigrp.EigrpLab.Segment;
import dmvpn.sim.eigrp.message.ClassicMetric;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.MetricWeights;
import dmvpn.sim.eigrp.message.WideMetric;
import dmvpn.sim.fidelity.Shows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** EIGRP in named mode: wide metrics (RFC 7868 sections 5.6.2 and 6.9), also beside routers in classic mode. */
class NamedModeTest {

    private static final int GIGABIT = 1_000_000;
    private static final int TEN_GIGABIT = 10_000_000;

    private final EigrpLab lab = new EigrpLab();
    private final Segment first = lab.segment();
    private final Segment second = lab.segment();

    private static WideMetric metric(int bandwidthKbps, long delayPicos) {
        return WideMetric.ofInterface(bandwidthKbps, delayPicos, 1500);
    }

    /** RFC 7868 section 5.6.2: 10^7 x 65536 / bandwidth, and picoseconds x 65536 / 10^6. */
    @Test
    @Shows("RFC7868/5.6.2-wide")
    void theWideMetricIsThroughputPlusLatency() {
        assertThat(MetricWeights.DEFAULT.composite(metric(GIGABIT, 10_000_000))).isEqualTo(655_360 + 655_360);
        assertThat(MetricWeights.DEFAULT.composite(metric(100, 50_000_000_000L))).isEqualTo(6_553_600_000L + 3_276_800_000L);
    }

    /** The longest delay that has room in 48 bits still has a metric of 64 bits, with the highest weights. */
    @Test
    @Shows("RFC7868/5.6.2-wide")
    void theWideMetricDoesNotOverflow() {
        WideMetric longest = metric(1, WideMetric.UNREACHABLE_DELAY - 1);

        assertThat(new MetricWeights(255, 255, 255, 0, 255).composite(longest)).isPositive().isLessThan(MetricWeights.WIDE_INFINITY);
        assertThat(MetricWeights.DEFAULT.composite(longest.unreachable())).isEqualTo(MetricWeights.WIDE_INFINITY);
    }

    /** RFC 7868 section 5.6.2: the same weights as in classic metrics, on throughput and latency. */
    @Test
    @Shows("RFC7868/5.6.2-wide")
    void theWeightsMakeTheWideMetric() {
        WideMetric loaded = new WideMetric(Ipv4Address.ANY, 10_000_000, GIGABIT, 1500, 0, 100, 56);

        assertThat(new MetricWeights(1, 2, 3, 28, 64).composite(loaded))
                .isEqualTo((655_360 + 2 * 655_360 / 200 + 3 * 655_360) * 64 / 128);
    }

    /** RFC 7868 section 5.6.2. */
    @Test
    @Shows("RFC7868/5.6.2-wide")
    void beyondAGigabitTheDelayIsThatOfTheBandwidthUnlessConfigured() {
        assertThat(WideMetric.delayPicos(GIGABIT, 10, false)).isEqualTo(10_000_000);
        assertThat(WideMetric.delayPicos(TEN_GIGABIT, 10, false)).isEqualTo(1_000_000);
        assertThat(WideMetric.delayPicos(TEN_GIGABIT, 10, true)).isEqualTo(10_000_000);
    }

    /** A at the near end, and C behind B. */
    private List<Node> row(boolean aNamed, boolean bNamed, boolean cNamed, int lanKbps) {
        Node a = mode(lab.node("A"), aNamed).link(first, "GigabitEthernet1", "10.0.12.1/24", 10);
        Node b = mode(lab.node("B"), bNamed).link(first, "GigabitEthernet1", "10.0.12.2/24", 10)
                .link(second, "GigabitEthernet2", "10.0.23.2/24", 10);
        Node c = mode(lab.node("C"), cNamed).link(second, "GigabitEthernet1", "10.0.23.3/24", 10)
                .link(null, "TenGigabitEthernet9", "172.17.9.1/24", lanKbps, 10);
        List<Node> nodes = List.of(a, b, c);
        nodes.forEach(Node::start);
        lab.runTo(2);
        return nodes;
    }

    private static Node mode(Node node, boolean named) {
        return named ? node.named("WAN") : node;
    }

    /** Delay of 1 + 10 + 10 microseconds, at 1 Gbit/s, by 128 (RFC 7868 section 5.6.2; Cisco, metric rib-scale). */
    @Test
    @Shows("RFC7868/5.6.2-wide")
    void theRoutingTableHasThe128thPartOfTheWideMetric() {
        Node a = row(true, true, true, TEN_GIGABIT).get(0);

        long composite = 655_360 + 21 * 65_536;
        assertThat(a.route("172.17.9.0/24").orElseThrow().metric()).isEqualTo(composite / 128);
        assertThat(a.show("show ip eigrp topology")).startsWith("EIGRP-IPv4 VR(WAN) Topology Table for AS(100)/ID(10.0.12.1)\n")
                .contains("P 172.17.9.0/24, 1 successors, FD is " + composite + "\n"
                        + "        via 10.0.12.2 (" + composite + "/" + (composite - 10 * 65_536) + "), GigabitEthernet1");
        assertThat(a.show("show ip eigrp neighbors")).startsWith("EIGRP-IPv4 VR(WAN) Address-Family Neighbors for AS(100)\n");
    }

    private Stream<EigrpTlv.Route> told(Segment segment) {
        return segment.packets().stream().flatMap(packet -> packet.routes().stream());
    }

    /** RFC 7868 section 6.9: and each route says which router it is from. */
    @Test
    @Shows("RFC7868/6.9-multiprotocol")
    void routersInNamedModeTellEachOtherWideMetrics() {
        row(true, true, true, TEN_GIGABIT);

        assertThat(told(first)).isNotEmpty().allSatisfy(route -> assertThat(route.metric()).isInstanceOf(WideMetric.class));
        assertThat(told(first).filter(route -> route.destination().toString().equals("172.17.9.0/24")))
                .extracting(route -> ((WideMetric) route.metric()).source()).contains(Ipv4Address.parse("172.17.9.1"));
    }

    /** RFC 7868 section 6.5.4: the hello tells the version of TLVs, and a router with an older one gets what it understands. */
    @Test
    @Shows("RFC7868/6.9-multiprotocol")
    void aNeighborInClassicModeIsToldClassicMetrics() {
        List<Node> nodes = row(false, true, true, TEN_GIGABIT);

        assertThat(told(first)).isNotEmpty().allSatisfy(route -> assertThat(route.metric()).isInstanceOf(ClassicMetric.class));
        assertThat(told(second)).isNotEmpty().allSatisfy(route -> assertThat(route.metric()).isInstanceOf(WideMetric.class));
        // 11 microseconds from B on are 281 units, and 10 more of its own interface 256.
        assertThat(nodes.get(0).route("172.17.9.0/24").orElseThrow().metric()).isEqualTo(2560 + 281 + 256);
    }

    /** What a router in classic mode tells is computed with in wide units: 30 microseconds at 1 Gbit/s. */
    @Test
    @Shows("RFC7868/6.9-multiprotocol")
    void whatANeighborInClassicModeTellsBecomesAWideMetric() {
        List<Node> nodes = row(true, false, false, GIGABIT);

        assertThat(nodes.get(0).route("172.17.9.0/24").orElseThrow().metric()).isEqualTo((655_360 + 3 * 655_360) / 128);
        assertThat(nodes.get(2).route("10.0.12.0/24").orElseThrow().metric()).isEqualTo(2560 + 2 * 256);
    }

    /** Two ways that classic metrics cannot tell apart: 6 and 8 Gbit/s are both 256 there, and the delays are the same. */
    @Test
    @Shows("RFC7868/5.6.2-wide")
    void wideMetricsTellFastInterfacesApart() {
        assertThat(waysBetweenFastInterfaces(false)).isEqualTo(2);
        assertThat(waysBetweenFastInterfaces(true)).isEqualTo(1);
    }

    private static long waysBetweenFastInterfaces(boolean named) {
        EigrpLab lab = new EigrpLab();
        Segment slower = lab.segment();
        Segment faster = lab.segment();
        mode(lab.node("A"), named).link(slower, "GigabitEthernet1", "10.0.1.1/24", 6_000_000, 10)
                .link(faster, "GigabitEthernet2", "10.0.2.1/24", 8_000_000, 10)
                .link(null, "GigabitEthernet9", "172.17.9.1/24", TEN_GIGABIT, 10).start();
        Node b = mode(lab.node("B"), named).link(slower, "GigabitEthernet1", "10.0.1.2/24", 6_000_000, 10)
                .link(faster, "GigabitEthernet2", "10.0.2.2/24", 8_000_000, 10).start();
        lab.runTo(2);
        return b.routes().stream().filter(route -> route.startsWith("172.17.9.0/24")).count();
    }
}
