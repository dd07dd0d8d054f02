package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static dmvpn.dsl.compile.RoutingModels.routing;
import static dmvpn.dsl.compile.RoutingModels.with;
import static dmvpn.dsl.compile.RoutingModels.withHub;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.EigrpProcess;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a model says about EIGRP becomes the configuration of each router. */
class EigrpRoutingTest {

    @Test
    void whatARouterSaysOfItsTunnelsCountsForItAlone() {
        String text = withHub("routing eigrp 100 { hello 20s hold 60s }",
                "routing eigrp 100 { hello 10s split-horizon off summary 192.168.0.0/16 default bfd 300ms }");
        var ofHub = routing(text, "HQ").eigrp().getFirst().settingsOf("Tunnel100");
        var ofSpoke = routing(text, "Branch1").eigrp().getFirst().settingsOf("Tunnel100");

        assertThat(ofHub.helloInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(ofHub.holdTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(ofHub.splitHorizon()).isFalse();
        assertThat(ofHub.summaries()).extracting(summary -> summary.prefix().toString())
                .containsExactly("192.168.0.0/16", "0.0.0.0/0");
        assertThat(routing(text, "HQ").forwardingDetection()).hasSize(1);
        assertThat(ofSpoke.helloInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(ofSpoke.splitHorizon()).isTrue();
    }

    @Test
    void aNameMakesNamedMode() {
        assertThat(routing(with("routing eigrp 100 { named WAN }"), "HQ").eigrp().getFirst().name()).contains("WAN");
        assertThat(routing(with("routing eigrp 100 { stub spokes }"), "HQ").eigrp().getFirst().name()).isEmpty();
    }

    @Test
    void theRestOfEigrpIsKept() {
        String text = with("routing eigrp 100 { default from hubs k-values 1, 0, 1, 0, 1 distance 95 external 175 "
                + "maximum-paths 2 bfd 300ms multiplier 5 stub spokes }");
        EigrpProcess hub = routing(text, "HQ").eigrp().getFirst();

        assertThat(hub.settingsOf("Tunnel100").summaries()).singleElement()
                .satisfies(summary -> assertThat(summary.prefix()).isEqualTo(IpPrefix.IPV4_DEFAULT));
        assertThat(hub.metricWeights().orElseThrow().weights()).containsExactly(1, 0, 1, 0, 1);
        assertThat(hub.options().distance().orElseThrow().external()).isEqualTo(OptionalInt.of(175));
        assertThat(hub.options().maximumPaths()).isEqualTo(OptionalInt.of(2));
        assertThat(routing(text, "Branch1").forwardingDetectionOn("Tunnel100").orElseThrow().multiplier()).isEqualTo(5);
    }
}
