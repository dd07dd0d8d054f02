package dmvpn.diagram.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.diagram.Models;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.edit.TextEdits;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DiagramView;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ElementPropertiesTest {

    private static final String TEXT = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            transport MPLS { latency 20ms }
            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 20
              esp aes-gcm-256  mode transport
              psk secret "wan-psk"
            }
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  crypto Suite  routing eigrp 100 }
            cloud Open { overlay 10.254.0.0/24  phase 1  network-id 200  tunnel-key 200  backup for Corp }
            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254 behind nat as 192.0.2.1
              lan 10.1.0.0/16
              join Corp as 10.255.0.1
            }
            spoke Branch[1..3] {
              wan MPLS 192.0.2.{n}/24
              lan 10.2.{n}.0/24
              join Corp as 10.255.0.{n+1} via HQ priority 2
            }
            spoke Branch[2] { site Paris }
            router Core { wan MPLS 192.0.2.100/24  lan 10.9.0.0/24 }
            host Server { behind HQ  address 10.1.0.10 }
            """;

    private final Model model = Models.parse(TEXT);
    private final DrawnModel drawn = DiagramNotation.drawn(model, "Test", DiagramView.ALL.withExpanded(Set.of("Branch")));

    @Test
    void theModelOfTheTestIsSound() {
        assertThat(model.eResource().getErrors()).isEmpty();
    }

    @Test
    void ofAHubItsUplinksMembershipsNetworksAndClientsAreSaid() {
        assertThat(of("router:HQ")).containsExactly(
                "Element/Kind=hub", "Element/Name=HQ", "Uplinks/Internet=203.0.113.1/24", "Uplinks/Internet: gateway=203.0.113.254",
                "Uplinks/Internet: NAT=behind NAT as 192.0.2.1", "Clouds/Corp=10.255.0.1", "Clouds/Corp: phase=3",
                "Clouds/Corp: clients=Branch[1..3], Branch[2]", "Local networks/Network=10.1.0.0/16", "Local networks/Hosts=Server",
                "Element/File=test.dmvpn", "Element/Line=" + lineOf("hub HQ"));
    }

    @Test
    void aFamilySaysHowManyRoutersItIsAndAnExceptionHasValuesWhereItsFamilyHasExpressions() {
        assertThat(of("router:Branch[1..3]")).contains("Element/Name=Branch", "Element/Members=1..3", "Element/Routers=2",
                "Uplinks/MPLS=192.0.2.{n}/24", "Clouds/Corp: servers=HQ");
        assertThat(of("router:Branch[2]")).contains("Element/Members=2", "Element/Site=Paris", "Uplinks/MPLS=192.0.2.2/24",
                "Clouds/Corp=10.255.0.3", "Local networks/Network=10.2.2.0/24");
    }

    @Test
    void ofACloudItsSettingsAndMembersAreSaid() {
        assertThat(of("cloud:Corp")).contains("Element/Kind=cloud", "Settings/Overlay subnet=10.255.0.0/24", "Settings/Phase=3",
                "Settings/Routing=EIGRP 100", "Settings/Protection=IPsec Suite", "Settings/Hubs=HQ", "Settings/Spokes=3");
        assertThat(of("cloud:Open")).contains("Settings/Protection=none", "Settings/Backup for=Corp");
    }

    @Test
    void ofATransportItsPropertiesAndWhoIsAttachedAreSaid() {
        assertThat(of("transport:Internet")).contains("Element/Kind=transport", "Settings/Latency=10ms",
                "Settings/Leased addresses=198.18.0.0/16", "Settings/Attached=HQ");
        assertThat(of("transport:MPLS")).contains("Settings/Attached=Branch[1..3], Branch[2], Core");
    }

    @Test
    void ofATunnelClientServerCloudAndProtectionAreSaid() {
        assertThat(of("tunnel:router:Branch[1..3]>router:HQ@Corp")).containsExactly(
                "Element/Kind=multipoint tunnel", "Element/Meaning=spoke Branch[1..3] registers with HQ in cloud Corp, priority 2",
                "Element/File=test.dmvpn", "Element/Line=" + lineOf("join Corp as 10.255.0.{n+1}"), "Settings/Cloud=Corp", "Settings/Phase=3",
                "Settings/Client=Branch[1..3]", "Settings/Client's tunnel address=10.255.0.{n+1}", "Settings/Server=HQ",
                "Settings/Server's tunnel address=10.255.0.1", "Settings/Protection=IPsec Suite", "Settings/Priority=2");
    }

    @Test
    void ofAnUplinkARelationAndAHostTheirEndsAreSaid() {
        assertThat(of("wan:router:HQ>transport:Internet")).contains("Element/Kind=wan attachment", "Settings/Router=HQ",
                "Settings/Transport=Internet", "Settings/Address=203.0.113.1/24", "Settings/Gateway=203.0.113.254");
        assertThat(of("backup:cloud:Open")).contains("Element/Kind=backup for", "Settings/From=Open", "Settings/To=Corp");
        assertThat(of("host:Server")).contains("Element/Kind=host", "Settings/Router=HQ", "Settings/Address=10.1.0.10");
        assertThat(of("router:Core")).contains("Element/Kind=router", "Uplinks/MPLS=192.0.2.100/24");
    }

    @Test
    void problemsAreSaidOfWhatIsDrawnAndOfNothingElse() {
        assertThat(ElementProperties.of(drawn, List.of("one", "other"), "cloud:Corp").stream()
                .filter(each -> each.category() == PropertyCategory.PROBLEMS).map(ElementProperty::value)).containsExactly("one", "other");
        assertThat(ElementProperties.of(drawn, List.of("one"), "router:Gone")).isEmpty();
    }

    @Test
    void whatCanBeChangedIsChangedByAnEditOfTheText() {
        assertThat(changed("router:HQ", "Element/Name", "Center")).contains("hub Center {", "via Center priority 2");
        assertThat(changed("router:HQ", "Uplinks/Internet", "203.0.113.9/24")).contains("wan Internet 203.0.113.9/24");
        assertThat(changed("router:HQ", "Clouds/Corp", "10.255.0.250")).contains("join Corp as 10.255.0.250");
        assertThat(changed("router:HQ", "Local networks/Network", "10.7.0.0/16")).contains("lan 10.7.0.0/16");
        assertThat(changed("router:HQ", "Element/Kind", "spoke")).contains("spoke HQ {");
        assertThat(changed("router:Branch[1..3]", "Element/Kind", "hub")).contains("hub Branch[1..3] {");
        assertThat(changed("cloud:Corp", "Settings/Phase", "2")).contains("phase 2");
        assertThat(changed("cloud:Corp", "Settings/Overlay subnet", "10.250.0.0/24")).contains("overlay 10.250.0.0/24");
        assertThat(changed("tunnel:router:Branch[1..3]>router:HQ@Corp", "Settings/Client's tunnel address", "10.255.0.{n+9}"))
                .contains("join Corp as 10.255.0.{n+9}");
        assertThat(changed("host:Server", "Element/Name", "Files")).contains("host Files");
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        assertThatThrownBy(() -> changed("router:Branch[2]", "Uplinks/MPLS", "192.0.2.77/24"))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("change it there");
        assertThatThrownBy(() -> changed("cloud:Corp", "Element/Name", "Open"))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("Another cloud is called Open");
    }

    private String changed(String element, String property, String value) {
        ModelEdit edit = ElementProperties.of(drawn, List.of(), element).stream().filter(each -> name(each).equals(property))
                .findFirst().orElseThrow().change().orElseThrow().edit().apply(value);
        return TextEdits.of((DmvpnResource) model.eResource(), edit).text().after();
    }

    private List<String> of(String id) {
        return ElementProperties.of(drawn, List.of(), id).stream().map(each -> name(each) + "=" + each.value()).toList();
    }

    private static String name(ElementProperty property) {
        return property.category().label() + "/" + property.name();
    }

    private static int lineOf(String text) {
        return TEXT.substring(0, TEXT.indexOf(text)).split("\n", -1).length;
    }
}
