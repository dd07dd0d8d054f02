package dmvpn.dsl.ide.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import dmvpn.network.device.Routers;
import dmvpn.network.lists.ListOnDemand;
import java.time.Duration;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Of a family of hundreds the examples are enough to say what is in effect: nothing is compiled for a hover. */
class LargeFamilyTest {

    private static final String MODEL = Models.PHASE_3.replace("Branch[1..2]", "Branch[1..200]");

    private final ModelDocument document = document(MODEL);
    private final EffectiveValues values = values(document);

    private static ModelDocument document(String text) {
        return new DmvpnIdeSetup().createInjectorAndDoEMFRegistration().getInstance(ModelWorkspace.class)
                .open("file:///models/large.dmvpn", 1, text);
    }

    private static EffectiveValues values(ModelDocument document) {
        return new EffectiveValues(new CompiledModel(withoutOthers(Analysis.of(document.resource()).network()),
                document.resource().withImports()));
    }

    /** The network, in which nobody can ask for the members that are no examples. */
    private static CompiledNetwork withoutOthers(CompiledNetwork network) {
        AlikeDevices family = network.routers().alike().getFirst();
        List<Device> others = new ListOnDemand<>(family.others().size(), index -> {
            throw new AssertionError("member " + index + " was asked for");
        });
        Routers routers = new Routers.Builder().add(network.routers().representatives().getFirst())
                .addAlike(new AlikeDevices(family.examples(), others, family.ranges())).build();
        return new CompiledNetwork(network.name(), network.transports(), network.clouds(), routers, network.hosts(),
                network.scenarios(), network.secretsFiles(), network.origin());
    }

    private <T extends EObject> T first(Class<T> kind) {
        return EcoreUtil2.getAllContentsOfType((Model) document.resource().model(), kind).getFirst();
    }

    @Test
    void aValueOfAllMembersIsThatOfAllMembers() {
        assertThat(values.of(first(CloudDeclaration.class), "holdtime"))
                .containsExactly(new EffectiveValue("600 s", "written here, on 201 routers, such as HQ1"));
        assertThat(values.of(first(CloudDeclaration.class), "redirect")).extracting(EffectiveValue::reason)
                .contains("by phase 3 of cloud Corp, on 200 routers, such as Branch[1]");
    }

    @Test
    void valuesOfTheMembersOwnAreCounted() {
        List<EffectiveValue> lans = values.of(first(SpokeDeclaration.class).getLans().getFirst(), "lan");
        assertThat(lans).hasSize(7).first().extracting(EffectiveValue::value).isEqualTo("10.100.1.0/24");
        assertThat(lans).last().isEqualTo(new EffectiveValue("…", "194 further values"));
    }

    @Test
    void theNameOfTheFamilyShowsItsSettings() {
        assertThat(values.tables(first(SpokeDeclaration.class))).flatExtracting(EffectiveTable::rows)
                .extracting(EffectiveTable.Row::setting).contains("wan", "lan", "as", "holdtime", "stub");
    }

    @Test
    void membersThatAreNotAlikeAreNotComparedWithEachOther() {
        // Hubs are never alike.
        ModelDocument hubs = document(Models.PHASE_3.replace("spoke Branch[1..2]", "hub Branch[1..4000]")
                .replace("10.100.{n}.0/24", "10.{100+n/256}.{n mod 256}.0/24").replace("10.255.0.0/24", "10.255.0.0/16")
                .replace("10.255.0.{10+n}", "10.255.{1+n/250}.{1+n mod 250}").replace(" via HQ", ""));
        EffectiveValues ofHubs = EffectiveValues.of(hubs.resource());
        EObject family = EcoreUtil2.getAllContentsOfType(hubs.resource().model(), HubDeclaration.class).getLast();
        Assertions.assertTimeout(Duration.ofSeconds(3), () -> assertThat(ofHubs.tables(family)).isNotEmpty());
    }
}
