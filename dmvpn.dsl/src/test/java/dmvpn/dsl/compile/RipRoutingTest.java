package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static dmvpn.dsl.compile.RoutingModels.inPhase;
import static dmvpn.dsl.compile.RoutingModels.routing;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a model says about RIP becomes the configuration of each router, by the phase of the cloud. */
class RipRoutingTest {

    @Test
    void ripOfAPhase2HubAnnouncesSpokesToEachOther() {
        assertThat(routing(inPhase(2, "routing rip"), "HQ").rip().getFirst().settingsOf("Tunnel100").splitHorizon()).isFalse();
        assertThat(routing(inPhase(3, "routing rip"), "HQ").rip().getFirst().settingsOf("Tunnel100").splitHorizon()).isTrue();
        assertThat(routing(inPhase(2, "routing rip { passive hubs hello 10s }"), "HQ").rip().getFirst()).satisfies(rip -> {
            assertThat(rip.settingsOf("Tunnel100").passive()).isTrue();
            assertThat(rip.timers().orElseThrow().flush()).isEqualTo(Duration.ofSeconds(80));
        });
    }
}
