package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.HiddenDefaults;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.BehaviourSwitch;
import dmvpn.sim.fidelity.Catalogue;
import dmvpn.sim.fidelity.Profile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.tunnel.FarEnd;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What routers do of whose NHRP nothing is configured but servers and redirects: {@link HiddenDefaults}. */
class SilentConfigurationTest {

    private static final Platform CURRENT = new Platform(Vendor.CISCO_IOS_XE, "17.12", Origin.NONE);
    private static final Platform CLASSIC = new Platform(Vendor.CISCO_IOS_XE, "15.4(2)T", Origin.NONE);

    /** By the names of the catalogue, in the order of their numbers. */
    private static Map<String, Predicate<HiddenDefaults>> switches() {
        Map<String, Predicate<HiddenDefaults>> switches = new LinkedHashMap<>();
        switches.put("HOLDS_FOR_TEN_MINUTES", defaults -> defaults.holdingTimeSeconds() == 600);
        switches.put("TAKES_SHORTCUTS", HiddenDefaults::shortcut);
        switches.put("COPIES_MULTICAST", HiddenDefaults::dynamicMulticast);
        return switches;
    }

    @Test
    void theCatalogueSaysForWhichPlatformsADefaultHolds() {
        Catalogue catalogue = Catalogue.read();

        assertThat(catalogue.switches().stream().filter(each -> each.id().startsWith("SILENCE/")).map(BehaviourSwitch::name))
                .containsExactlyElementsOf(switches().keySet());
        assertThat(catalogue.switches().stream().filter(each -> each.id().startsWith("SILENCE/"))).allSatisfy(each ->
                assertThat(each.profiles()).as(each.id()).containsExactlyElementsOf(catalogue.profiles().stream()
                        .filter(profile -> switches().get(each.name()).test(HiddenDefaults.of(profile.example())))
                        .map(Profile::label).toList()));
    }

    /** H1 and two spokes of one platform, whose configurations are silent; S1 sends a packet to S2 at 100 s. */
    private static final class SilentCloud {
        final NhrpLab lab = NhrpLab.clearCloud();
        final Node hub;
        final Node s1;

        SilentCloud(Platform platform) {
            hub = lab.hub(silent(LabOptions.hub(), platform));
            s1 = lab.spoke(1, silent(LabOptions.spoke(), platform));
            lab.spoke(2, silent(LabOptions.spoke(), platform));
            s1.route("192.168.0.0/16", "10.0.0.1");
            lab.start();
            lab.runTo(100);
            s1.data("192.168.11.10", "192.168.12.10");
            lab.runTo(101);
        }

        private static LabOptions silent(LabOptions options, Platform platform) {
            HiddenDefaults defaults = HiddenDefaults.of(platform);
            return options.platform(platform).holdingTimeSeconds(defaults.holdingTimeSeconds())
                    .shortcut(defaults.shortcut()).dynamicMulticast(defaults.dynamicMulticast());
        }
    }

    @Test
    @Shows("SILENCE/1-on")
    void default1ACurrentReleaseRegistersEach200Seconds() {
        SilentCloud cloud = new SilentCloud(CURRENT);
        cloud.lab.runTo(500);

        assertThat(cloud.s1.timesOf("Registration Request sent")).containsExactly(1.0, 201.0, 401.0);
    }

    @Test
    @Shows("SILENCE/1-off")
    void default1AClassicReleaseRegistersEach2400Seconds() {
        SilentCloud cloud = new SilentCloud(CLASSIC);
        cloud.lab.runTo(3000);

        assertThat(cloud.s1.timesOf("Registration Request sent")).containsExactly(1.0, 2401.0);
    }

    @Test
    @Shows("SILENCE/2-on")
    void default2ACurrentReleaseActsOnARedirect() {
        assertThat(Phase3Cloud.sent(new SilentCloud(CURRENT).s1, ResolutionRequest.class)).hasSize(1);
    }

    @Test
    @Shows("SILENCE/2-off")
    void default2AClassicReleaseIgnoresIt() {
        SilentCloud cloud = new SilentCloud(CLASSIC);

        assertThat(Phase3Cloud.sent(cloud.s1, ResolutionRequest.class)).isEmpty();
        assertThat(cloud.s1.events()).anyMatch(event -> event.contains("redirect ignored [shortcut is not configured"));
    }

    @Test
    @Shows("SILENCE/3-on")
    void default3ACurrentReleaseCopiesMulticastToItsClients() {
        SilentCloud cloud = new SilentCloud(CURRENT);

        assertThat(cloud.hub.tunnel.resolver().multicastTargets()).contains(FarEnd.of(cloud.s1.nbmaAddress));
    }

    @Test
    @Shows("SILENCE/3-off")
    void default3AClassicReleaseCopiesItToNobody() {
        assertThat(new SilentCloud(CLASSIC).hub.tunnel.resolver().multicastTargets()).isEmpty();
    }
}
