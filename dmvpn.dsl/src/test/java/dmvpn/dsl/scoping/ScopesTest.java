package dmvpn.dsl.scoping;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.scenario.ScenarioPackage;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.junit.jupiter.api.Test;

/** Only what is legal is offered. */
class ScopesTest {

    private static final String TEXT = Models.SOUND
            + "transport Mpls { kind mpls-vpn }\nhub HQ2 { wan Internet 203.0.113.2/24 lan 192.168.2.0/24 join Corp as 10.0.0.2 via HQ over Internet }\n";

    private static List<String> offered(String fragment, EReference reference) {
        DmvpnResource resource = Models.resource(TEXT);
        IScopeProvider scopes = resource.getResourceServiceProvider().get(IScopeProvider.class);
        return StreamSupport.stream(scopes.getScope(resource.getEObject(fragment), reference).getAllElements().spliterator(), false)
                .map(description -> description.getName().toString()).toList();
    }

    @Test
    void onlyHubsAreServers() {
        assertThat(offered("//spoke:Branch[1..2]/joins/servers", ModelPackage.Literals.SERVER_CLAUSE__ROUTER)).containsExactly("HQ", "HQ2");
    }

    @Test
    void aHubIsNotItsOwnServer() {
        assertThat(offered("//hub:HQ2/joins/servers", ModelPackage.Literals.SERVER_CLAUSE__ROUTER)).containsExactly("HQ");
    }

    @Test
    void aTunnelLeavesOverATransportOfItsRouter() {
        assertThat(offered("//hub:HQ2/joins", ModelPackage.Literals.JOIN_CLAUSE__TRANSPORT)).containsExactly("Internet");
        assertThat(offered("//hub:HQ2/wans", ModelPackage.Literals.WAN_CLAUSE__TRANSPORT)).containsExactly("Internet", "Mpls");
    }

    @Test
    void expectationsNameAnyRouterAndThePingsOfTheirScenario() {
        assertThat(offered("//scenario:First/actions/action/source", ScenarioPackage.Literals.ENDPOINT__ROUTER)).contains("HQ", "HQ2", "Branch");
        assertThat(offered("//scenario:First/expectations", ScenarioPackage.Literals.LOSS_CHECK__PING)).containsExactly("ping");
    }
}
