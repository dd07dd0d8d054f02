package dmvpn.dsl.ide.document;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.SpokeDeclaration;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"lan {10+n}.0.0.0/8", "lan 10.100.{n}.0/24", "lan 10.{100+n}.0.0/16"})
    void aComputedValueIsNoBlock(String lan) {
        ModelDocument document = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration().getInstance(ModelWorkspace.class)
                .open("file:///models/test.dmvpn", 1, Models.PHASE_3.replace("lan 10.100.{n}.0/24", lan));
        LanClause clause = EcoreUtil2.getAllContentsOfType(document.resource().model(), LanClause.class).getLast();
        SpokeDeclaration spoke = EcoreUtil2.getAllContentsOfType(document.resource().model(), SpokeDeclaration.class).getFirst();
        assertThat(ElementText.of(clause).orElseThrow().name()).isEqualTo(lan);
        assertThat(ElementText.of(spoke).orElseThrow().name()).isEqualTo("spoke Branch[1..2]");
    }
}
