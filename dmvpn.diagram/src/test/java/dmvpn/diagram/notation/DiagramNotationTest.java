package dmvpn.diagram.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramNotationTest {

    private static final String SHARED = """
            network Acme
            transport Internet { latency 20ms loss 0.1% dhcp 198.18.0.0/16 }
            transport Mpls { kind mpls-vpn }
            crypto Suite { ike v2 encryption aes-gcm-256 prf sha384 group 20 esp aes-gcm-256 psk secret "wan-psk" }
            cloud Corp { overlay 10.255.0.0/24 phase 3 crypto Suite routing eigrp 100 }
            hub HQ1 { wan Internet 203.0.113.1/24 lan 10.1.0.0/16 join Corp as 10.255.0.1 }
            hub HQ2 { wan Internet 203.0.113.2/24 lan 10.2.0.0/16 join Corp as 10.255.0.2 via HQ1 }
            """;

    private static Diagram diagram(String routers) {
        return DiagramNotation.of(Models.parse(SHARED + routers), "test");
    }

    @Test
    void theTitleIsTheNameOfTheNetwork() {
        assertThat(diagram("").title()).isEqualTo("Acme");
        assertThat(DiagramNotation.of(Models.parse("transport Internet { }"), "branch-office").title())
                .isEqualTo("branch-office");
    }

    @Test
    void transportsAndCloudsSayWhatTheyAre() {
        Diagram diagram = diagram("");

        assertThat(diagram.transports()).containsExactly(
                new TransportNode("transport:Internet", "Internet", "latency 20ms \u00b7 loss 0.1% \u00b7 DHCP 198.18.0.0/16"),
                new TransportNode("transport:Mpls", "Mpls", "mpls-vpn"));
        assertThat(diagram.clouds()).containsExactly(new CloudNode(
                "cloud:Corp", "Corp", "10.255.0.0/24", "Phase 3 \u00b7 EIGRP 100 \u00b7 IPsec Suite",
                List.of("EIGRP 100"), "IPsec Suite"));
    }

    @Test
    void aCloudWithoutCryptoIsUnprotected() {
        Diagram diagram = DiagramNotation.of(Models.parse("cloud Lab { overlay 10.0.0.0/24 phase 1 }"), "test");

        assertThat(diagram.clouds()).singleElement().extracting(CloudNode::details)
                .isEqualTo("Phase 1 \u00b7 unprotected");
    }

    @Test
    void hubsAndSpokesHaveTheirAddresses() {
        Diagram diagram = diagram("spoke Shop { wan Internet dhcp lan 10.9.0.0/24 join Corp as 10.255.0.9 via HQ1 }");

        assertThat(diagram.hubs()).extracting(RouterNode::label).containsExactly("HQ1", "HQ2");
        assertThat(diagram.spokes()).singleElement().satisfies(spoke -> {
            assertThat(spoke.kind()).isEqualTo(RouterKind.SPOKE);
            assertThat(spoke.isFamily()).isFalse();
            assertThat(spoke.tunnelAddresses()).containsExactly("10.255.0.9");
            assertThat(spoke.wanAddresses()).containsExactly("DHCP");
            assertThat(spoke.localNetworks()).containsExactly("10.9.0.0/24");
        });
    }

    @Test
    void aWanIsALineToItsTransportAndAServerALineToItsHub() {
        Diagram diagram = diagram("""
                spoke Shop {
                  wan Internet dhcp  wan Mpls 172.16.0.9/24
                  join Corp as 10.255.0.9 via HQ1 priority 1, HQ2 priority 2
                }
                """);

        assertThat(diagram.connections()).filteredOn(line -> line.source().equals("router:Shop"))
                .extracting(line -> line.getClass().getSimpleName() + " " + line.target())
                .containsExactly("WanAttachment transport:Internet", "WanAttachment transport:Mpls",
                        "Tunnel router:HQ1", "Tunnel router:HQ2");
        assertThat(diagram.connections()).filteredOn(line -> line.source().equals("router:HQ2"))
                .extracting(Connection::description)
                .contains("hub HQ2 registers with HQ1 in cloud Corp");
    }

    @Test
    void aFamilyIsOneNodeWithItsCount() {
        Diagram diagram = diagram(
                "spoke Branch[1..200] { wan Internet dhcp lan 10.100.{n}.0/24 join Corp as 10.255.0.{10+n} via HQ1 }");

        assertThat(diagram.spokes()).singleElement().satisfies(family -> {
            assertThat(family.label()).isEqualTo("Branch[1..200]");
            assertThat(family.isFamily()).isTrue();
            assertThat(family.members()).isEqualTo(200);
            assertThat(family.localNetworks()).containsExactly("10.100.{n}.0/24");
        });
    }

    @Test
    void anExceptionIsANodeOfItsOwnThatInheritsWhatItDoesNotSay() {
        Diagram diagram = diagram("""
                spoke Branch[1..200] { wan Internet dhcp lan 10.100.{n}.0/24 join Corp as 10.255.0.{10+n} via HQ1 }
                spoke Branch[7] { lan 10.77.0.0/16 }
                """);

        assertThat(diagram.spokes()).extracting(RouterNode::label, RouterNode::members).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Branch[1..200]", 199L),
                org.assertj.core.groups.Tuple.tuple("Branch[7]", 1L));
        assertThat(diagram.spokes().getLast().localNetworks()).containsExactly("10.77.0.0/16");
        assertThat(diagram.spokes().getLast().tunnelAddresses()).containsExactly("10.255.0.17");
        assertThat(diagram.connections()).filteredOn(line -> line.source().equals("router:Branch[7]"))
                .extracting(Connection::target).containsExactly("transport:Internet", "router:HQ1");
    }

    @Test
    void identifiersOfConnectionsAreUniqueEvenWithTwoUplinksToOneTransport() {
        Diagram diagram = diagram("spoke Shop { wan Internet dhcp wan Internet 198.51.100.9/24 }");

        assertThat(diagram.connections()).extracting(Connection::id).doesNotHaveDuplicates();
        assertThat(diagram.connections()).filteredOn(line -> line.source().equals("router:Shop")).hasSize(2);
    }

    @Test
    void whatDoesNotResolveIsLeftOut() {
        Diagram diagram = diagram("""
                spoke Shop { wan Nowhere dhcp  join Nothing as 10.0.0.1 via HQ1 join Corp as 10.255.0.9 via HQ7, HQ1 }
                spoke { }
                spoke
                """);

        assertThat(diagram.connections()).filteredOn(line -> line.source().equals("router:Shop"))
                .extracting(Connection::target).doesNotContain("transport:Nowhere").contains("router:HQ1");
    }

    @Test
    void anEmptyModelIsAnEmptyDiagram() {
        assertThat(DiagramNotation.of(Models.parse(""), "empty").isEmpty()).isTrue();
    }
}
