package dmvpn.sim.routing.redistribution;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.WiredNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two sites with a provider between them and a backup network with EIGRP beside it. At site 1 two border routers pass routes on in
 * both directions; tags keep them from coming back (I. Pepelnjak, ipSpace.net, Sometimes you need to step back).
 */
class MutualRedistributionTest {

    private static final long OF_EIGRP = 777;
    /** And the number of the site. */
    private static final long OF_SITE = 880;
    private static final long OF_PROVIDER = 999;
    private static final SeedMetric SEED = new SeedMetric.Eigrp(10_000, 100, 255, 1, 1500, Origin.NONE);
    private static final OptionalLong NONE = OptionalLong.empty();

    private final WiredNetwork network = new WiredNetwork();

    private static PolicyStatement deny(long tag) {
        return new PolicyStatement(false, List.of(), OptionalLong.of(tag), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Origin.NONE);
    }

    private static PolicyStatement permit(PolicyAction... actions) {
        return PolicyStatement.permitAll(List.of(actions), Origin.NONE);
    }

    private static RoutePolicy policy(String name, PolicyStatement... statements) {
        return new RoutePolicy(name, List.of(statements), Origin.NONE);
    }

    private static Redistribution from(RouteSource source, long process, SeedMetric metric, OptionalLong tag, String policy) {
        return new Redistribution(source, process == 0 ? NONE : OptionalLong.of(process), Optional.of(metric), OptionalInt.of(2), tag,
                Optional.ofNullable(policy), Origin.NONE);
    }

    private static ProcessOptions options(List<PolicyUse> policies, Redistribution... redistributions) {
        return new ProcessOptions(List.of(redistributions), policies, Optional.empty(), Optional.empty(), OptionalInt.empty(), Origin.NONE);
    }

    private static OspfProcess ospf(ProcessOptions options, String... ports) {
        return new OspfProcess(1, Optional.empty(), List.of(new OspfArea(OspfArea.BACKBONE, OspfAreaKind.NORMAL, Origin.NONE)),
                Stream.of(ports).map(port -> new OspfInterface(port, OspfArea.BACKBONE, OspfNetworkType.BROADCAST,
                        OspfInterface.DEFAULT_PRIORITY, OptionalInt.of(10), Duration.ofSeconds(1), Duration.ofSeconds(4), false, false,
                        false, Origin.NONE)).toList(), Optional.empty(), options, Origin.NONE);
    }

    private static EigrpProcess eigrp(ProcessOptions options) {
        return new EigrpProcess(100, Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/24")), Optional.empty(), List.of(),
                Optional.empty(), options, Origin.NONE);
    }

    /** The provider's router at a site: static routes to the other one stand for its BGP. */
    private void provider(String name, int site, String ownAddress, String otherSide, String otherLan) {
        network.router(name).port("Ethernet0", "site" + site, "10." + site + ".0.9/24").port("Ethernet1", "mpls", ownAddress)
                .route(otherLan, otherSide, "Ethernet1")
                .ospf(ospf(options(List.of(), from(RouteSource.STATIC, 0, new SeedMetric.Simple(20, Origin.NONE),
                        OptionalLong.of(OF_PROVIDER), null)), "Ethernet0"));
    }

    private void border(String name, int site, int host) {
        network.router(name).port("Ethernet0", "site" + site, "10." + site + ".0." + host + "/24")
                .port("Ethernet1", "backup", "10.0.0." + site + host + "/24")
                .policies(policy("INTO-EIGRP", deny(OF_EIGRP), deny(OF_PROVIDER), permit(new PolicyAction.SetTag(OF_SITE + site, Origin.NONE))),
                        policy("INTO-OSPF", deny(OF_SITE + site), permit()), policy("FROM-OSPF", deny(OF_EIGRP), permit()))
                .ospf(ospf(options(List.of(new PolicyUse("FROM-OSPF", PolicyDirection.IN, Origin.NONE)),
                        from(RouteSource.EIGRP, 100, new SeedMetric.Simple(10_000, Origin.NONE), OptionalLong.of(OF_EIGRP), "INTO-OSPF")),
                        "Ethernet0"))
                .eigrp(eigrp(options(List.of(), from(RouteSource.OSPF, 1, SEED, NONE, "INTO-EIGRP"))));
    }

    private void sites() {
        network.router("R1").port("Ethernet0", "site1", "10.1.0.1/24").port("Ethernet1", "lan1", "192.168.11.1/24")
                .ospf(ospf(ProcessOptions.NONE, "Ethernet0", "Ethernet1"));
        network.router("R2").port("Ethernet0", "site2", "10.2.0.1/24").port("Ethernet1", "lan2", "192.168.12.1/24")
                .ospf(ospf(ProcessOptions.NONE, "Ethernet0", "Ethernet1"));
        provider("P1", 1, "10.9.0.1/24", "10.9.0.2", "192.168.12.0/24");
        provider("P2", 2, "10.9.0.2/24", "10.9.0.1", "192.168.11.0/24");
        border("B1", 1, 2);
        border("C1", 1, 3);
        border("B2", 2, 2);
    }

    /** Whether the routes of site 1 ever came back to it from EIGRP. */
    private static boolean cameBack(FinishedRun run) {
        return Stream.of("B1", "C1").anyMatch(router ->
                !run.times(router, "OSPF", "advertisement originated", "id", "192.168.11.0").isEmpty());
    }

    private static String route(FinishedRun run, String router, String prefix) {
        return run.simulation().routerNamed(router).orElseThrow().stateTable("Routes").orElseThrow().rows().stream()
                .filter(row -> row.get(0).equals(prefix) && row.getLast().equals("used"))
                .map(row -> row.get(2) + " [" + row.get(3) + "/" + row.get(4) + "] via " + row.get(5)).sorted().toList().toString();
    }

    @Test
    void theProviderIsUsedAndTheBackupWhileItFails() {
        sites();
        network.fail(100, "P1", "Ethernet1").restore(200, "P1", "Ethernet1").fail(100, "P2", "Ethernet1").restore(200, "P2", "Ethernet1");

        FinishedRun sound = FinishedRun.until(network.build(300), Duration.ofSeconds(99));
        assertThat(route(sound, "R1", "192.168.12.0/24")).isEqualTo("[OSPF_EXTERNAL_2 [110/20] via 10.1.0.9]");
        assertThat(route(sound, "B1", "192.168.12.0/24")).isEqualTo("[OSPF_EXTERNAL_2 [110/20] via 10.1.0.9]");

        FinishedRun cut = FinishedRun.until(network.build(300), Duration.ofSeconds(199));
        assertThat(route(cut, "B1", "192.168.12.0/24")).startsWith("[EIGRP_EXTERNAL [170/").contains("via 10.0.0.22");
        assertThat(route(cut, "C1", "192.168.12.0/24")).startsWith("[EIGRP_EXTERNAL [170/").contains("via 10.0.0.22");
        assertThat(route(cut, "R1", "192.168.12.0/24")).isEqualTo(
                "[OSPF_EXTERNAL_2 [110/10000] via 10.1.0.2, OSPF_EXTERNAL_2 [110/10000] via 10.1.0.3]");
        assertThat(route(cut, "R2", "192.168.11.0/24")).isEqualTo("[OSPF_EXTERNAL_2 [110/10000] via 10.2.0.2]");

        FinishedRun healed = FinishedRun.until(network.build(300), Duration.ofSeconds(299));
        assertThat(route(healed, "R1", "192.168.12.0/24")).isEqualTo("[OSPF_EXTERNAL_2 [110/20] via 10.1.0.9]");
        assertThat(route(healed, "R2", "192.168.11.0/24")).isEqualTo("[OSPF_EXTERNAL_2 [110/20] via 10.2.0.9]");
        assertThat(cameBack(healed)).isFalse();
    }

    /** A border router that was cut off has the routes of its own site from EIGRP when it is back, and must not tell them there. */
    @Test
    void tagsKeepRoutesOfASiteFromComingBackToIt() {
        sites();
        network.fail(50, "C1", "Ethernet0").restore(80, "C1", "Ethernet0");
        assertThat(route(FinishedRun.until(network.build(100), Duration.ofSeconds(79)), "C1", "192.168.11.0/24"))
                .startsWith("[EIGRP_EXTERNAL [170/").contains("via 10.0.0.12");
        FinishedRun back = network.run(100);
        assertThat(route(back, "C1", "192.168.11.0/24")).isEqualTo("[OSPF [110/20] via 10.1.0.1]");
        assertThat(cameBack(back)).isFalse();
    }

    /** The same without the tag of the site: what the tags are for. */
    @Test
    void withoutTagsTheyDo() {
        sites();
        network.router("C1").withoutPolicies().policies(policy("INTO-EIGRP", permit()), policy("INTO-OSPF", permit()),
                policy("FROM-OSPF", permit()));
        network.fail(50, "C1", "Ethernet0").restore(80, "C1", "Ethernet0");

        assertThat(cameBack(network.run(100))).isTrue();
    }
}
