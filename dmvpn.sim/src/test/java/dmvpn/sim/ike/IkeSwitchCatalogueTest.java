package dmvpn.sim.ike;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.BehaviourSwitch;
import dmvpn.sim.fidelity.Catalogue;
import dmvpn.sim.fidelity.Profile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of docs/fidelity.md has the switches of IKE as the simulator has them. */
class IkeSwitchCatalogueTest {

    private final Catalogue catalogue = Catalogue.read();
    private final List<BehaviourSwitch> listed = catalogue.switches().stream().filter(each -> each.id().startsWith("IKE/")).toList();

    @Test
    void everySwitchIsInTheCatalogueByNumberNameAndPlatforms() {
        assertThat(listed.stream().map(each -> each.id() + " " + each.name())).containsExactlyElementsOf(
                Arrays.stream(IkeSwitch.values()).map(each -> "IKE/" + each.number() + " " + each.name()).toList());
        assertThat(listed).allSatisfy(each -> assertThat(each.profiles()).as(each.id()).containsExactlyElementsOf(
                catalogue.profiles().stream()
                        .filter(profile -> IkeBehaviour.of(profile.example()).has(IkeSwitch.valueOf(each.name())))
                        .map(Profile::label).toList()));
    }
}
