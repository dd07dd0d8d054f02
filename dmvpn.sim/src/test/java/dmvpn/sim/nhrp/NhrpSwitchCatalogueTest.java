package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.BehaviourSwitch;
import dmvpn.sim.fidelity.Catalogue;
import dmvpn.sim.fidelity.Profile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of docs/fidelity.md has NHRP's switches as the simulator has them. */
class NhrpSwitchCatalogueTest {

    private final Catalogue catalogue = Catalogue.read();
    private final List<BehaviourSwitch> listed = catalogue.switches().stream().filter(each -> each.id().startsWith("NHRP/")).toList();

    @Test
    void everySwitchIsInTheCatalogueByNumberAndName() {
        assertThat(listed.stream().map(each -> each.id() + " " + each.name())).containsExactlyElementsOf(
                Arrays.stream(NhrpSwitch.values()).map(each -> "NHRP/" + each.number() + " " + each.name()).toList());
    }

    @Test
    void theCatalogueSaysForWhichPlatformsASwitchIsOn() {
        assertThat(listed).allSatisfy(each -> assertThat(each.profiles()).as(each.id()).containsExactlyElementsOf(
                catalogue.profiles().stream()
                        .filter(profile -> NhrpBehaviour.of(profile.example()).has(NhrpSwitch.valueOf(each.name())))
                        .map(Profile::label).toList()));
    }
}
