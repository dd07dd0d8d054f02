package dmvpn.diagram.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.Models;
import dmvpn.diagram.notation.ShownValue.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The values that can be changed where they are shown. */
class ShownValueTest {

    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            transport MPLS { latency 20ms }
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100 }
            cloud Plain { network-id 200  tunnel-key 200 }
            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              wan MPLS 100.64.0.1/24 gateway 100.64.0.254
              lan 10.1.0.0/16
              join Corp as 10.255.0.1
            }
            spoke Branch[1..9] { wan Internet dhcp  lan 10.2.{n}.0/24  join Corp as 10.255.0.{n+1} via HQ }
            spoke Branch[7] { lan 10.99.0.0/24 }
            """;

    @Test
    void aLineWithOneValueIsThatOfItsClause() {
        assertThat(values()).contains(
                new ShownValue("router:HQ", Kind.TUNNEL_ADDRESS, "join:router:HQ@cloud:Corp", "10.255.0.1"),
                new ShownValue("router:HQ", Kind.LOCAL_NETWORK, "lan:router:HQ", "10.1.0.0/16"),
                new ShownValue("router:Branch[1..9]", Kind.WAN_ADDRESS, "wan:router:Branch[1..9]>transport:Internet", "DHCP"),
                new ShownValue("router:Branch[1..9]", Kind.LOCAL_NETWORK, "lan:router:Branch[1..9]", "10.2.{n}.0/24"),
                new ShownValue("cloud:Corp", Kind.OVERLAY, "cloud:Corp", "10.255.0.0/24"),
                new ShownValue("cloud:Corp", Kind.PHASE, "cloud:Corp", "Phase 3"));
    }

    @Test
    void aLineThatStandsForSeveralIsNone() {
        assertThat(values()).noneMatch(value -> value.node().equals("router:HQ") && value.kind() == Kind.WAN_ADDRESS);
    }

    @Test
    void whatIsNotWrittenIsNone() {
        assertThat(values()).noneMatch(value -> value.node().equals("cloud:Plain"));
    }

    @Test
    void whatAnExceptionHasOfItsOwnIsIts() {
        assertThat(values()).contains(
                new ShownValue("router:Branch[7]", Kind.LOCAL_NETWORK, "lan:router:Branch[7]", "10.99.0.0/24"));
    }

    @Test
    void whatIsComputedForOneMemberIsNone() {
        DrawnModel drawn = drawn(MODEL + "host Printer { behind Branch[3]  address 10.2.3.9 }", Set.of("Branch"));

        assertThat(drawn.diagram().spokes()).anySatisfy(spoke -> {
            assertThat(spoke.id()).isEqualTo("router:Branch[3]");
            assertThat(spoke.localNetworks()).containsExactly("10.2.3.0/24");
        });
        assertThat(ShownValue.of(drawn)).noneMatch(value -> value.node().equals("router:Branch[3]"));
    }

    private static List<ShownValue> values() {
        return ShownValue.of(drawn(MODEL, Set.of()));
    }

    private static DrawnModel drawn(String model, Set<String> expanded) {
        return DiagramNotation.drawn(Models.parse(model), "Test", DiagramView.ALL.withExpanded(expanded));
    }
}
