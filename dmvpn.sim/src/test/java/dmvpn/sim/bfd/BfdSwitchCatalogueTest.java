package dmvpn.sim.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.BehaviourSwitch;
import dmvpn.sim.fidelity.Catalogue;
import dmvpn.sim.fidelity.Profile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of docs/fidelity.md has BFD's switches as the simulator has them. */
class BfdSwitchCatalogueTest {

    private final Catalogue catalogue = Catalogue.read();
    private final List<BehaviourSwitch> listed = catalogue.switches().stream().filter(each -> each.id().startsWith("BFD/")).toList();

    @Test
    void everySwitchIsInTheCatalogueByNumberNameAndPlatforms() {
        assertThat(listed.stream().map(each -> each.id() + " " + each.name())).containsExactlyElementsOf(
                Arrays.stream(BfdSwitch.values()).map(each -> "BFD/" + each.number() + " " + each.name()).toList());
        assertThat(listed).allSatisfy(each -> assertThat(each.profiles()).as(each.id()).containsExactlyElementsOf(
                catalogue.profiles().stream()
                        .filter(profile -> BfdBehaviour.of(profile.example()).has(BfdSwitch.valueOf(each.name())))
                        .map(Profile::label).toList()));
    }
}
