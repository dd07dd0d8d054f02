package dmvpn.app.oracle;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RipTimers;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is redistributed into RIP, and what policies make of it, is what FRRouting's ripd makes of it. */
@Execution(ExecutionMode.CONCURRENT)
class RipRedistributionOracleTest {

    /** The shortest that ripd takes. */
    private static final RipTimers FAST = new RipTimers(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(15),
            Duration.ofSeconds(20), Origin.NONE);
    private static final OptionalLong NO_TAG = OptionalLong.empty();
    private static final ProcessOptions NOTHING = ProcessOptions.NONE;

    private static RipProcess rip(ProcessOptions options) {
        return new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")), List.of(), Optional.of(FAST),
                Optional.empty(), options, Origin.NONE);
    }

    private static ProcessOptions options(Optional<SeedMetric> defaultMetric, Redistribution... redistributions) {
        return new ProcessOptions(List.of(redistributions), List.of(), defaultMetric, Optional.empty(), OptionalInt.empty(), Origin.NONE);
    }

    private static ProcessOptions options(Redistribution... redistributions) {
        return options(Optional.empty(), redistributions);
    }

    private static Redistribution from(RouteSource source, OptionalLong metric, String policy) {
        return new Redistribution(source, source == RouteSource.OSPF ? OptionalLong.of(1) : OptionalLong.empty(),
                metric.isPresent() ? Optional.of(new SeedMetric.Simple(metric.getAsLong(), Origin.NONE)) : Optional.empty(),
                OptionalInt.empty(), NO_TAG, Optional.ofNullable(policy), Origin.NONE);
    }

    private static PolicyStatement statement(boolean permit, String prefix, OptionalLong tag, PolicyAction... actions) {
        return new PolicyStatement(permit, prefix == null ? List.of()
                : List.of(new PrefixMatch(IpPrefix.parse(prefix), OptionalInt.empty(), OptionalInt.of(24), Origin.NONE)), tag,
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions), Origin.NONE);
    }

    /** External routes of OSPF give way to those of RIP: otherwise each border router believes the other one. */
    private static OspfProcess ospf(List<OspfInterface> ports, Redistribution... redistributions) {
        return new OspfProcess(1, Optional.empty(), List.of(new OspfArea(OspfArea.BACKBONE, OspfAreaKind.NORMAL, Origin.NONE)),
                ports, Optional.empty(), new ProcessOptions(List.of(redistributions), List.of(), Optional.empty(),
                        Optional.of(new AdministrativeDistance(110, OptionalInt.of(130), Origin.NONE)), OptionalInt.empty(), Origin.NONE),
                Origin.NONE);
    }

    private static OspfInterface ospfPort(String port, boolean passive) {
        return new OspfInterface(port, OspfArea.BACKBONE, OspfNetworkType.BROADCAST, OspfInterface.DEFAULT_PRIORITY,
                OptionalInt.of(10), Duration.ofSeconds(1), Duration.ofSeconds(4), passive, false, false, Origin.NONE);
    }

    @Test
    void metricsAndTagsOfStaticAndConnectedRoutes() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").rip(rip(NOTHING));
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "hosts", "192.168.4.1/24")
                .route("172.16.1.0/24", "192.168.4.9").route("172.16.2.0/24", "192.168.4.9", null, 1, OptionalLong.of(7))
                .route("172.16.3.0/24", "10.0.12.9").route("0.0.0.0/0", "192.168.4.9")
                .rip(rip(options(Optional.of(new SeedMetric.Simple(6, Origin.NONE)),
                        from(RouteSource.CONNECTED, NO_TAG, null), from(RouteSource.STATIC, NO_TAG, null))));
        try (Lab lab = Lab.start(topology)) {
            lab.agreeThroughFailureOf("r2", "eth1");
        }
    }

    @Test
    void policiesDecideWhatIsRedistributedAndHow() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").port("eth1", "13", "10.0.13.1/24").rip(rip(NOTHING));
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "hosts", "192.168.4.1/24")
                .route("172.16.1.0/24", "192.168.4.9").route("172.16.2.0/24", "192.168.4.9", null, 1, OptionalLong.of(7))
                .route("172.17.1.0/24", "192.168.4.9").route("172.18.1.0/24", "192.168.4.9")
                .policy(new RoutePolicy("SOME", List.of(
                        statement(true, "172.16.0.0/16", OptionalLong.of(7), new PolicyAction.SetMetric(9, Origin.NONE)),
                        statement(true, "172.16.0.0/16", NO_TAG, new PolicyAction.SetTag(33, Origin.NONE)),
                        statement(false, "172.17.0.0/16", NO_TAG),
                        statement(true, "172.18.0.0/16", NO_TAG)), Origin.NONE))
                .rip(rip(options(from(RouteSource.STATIC, OptionalLong.of(3), "SOME"))));
        topology.router("r3").port("eth0", "13", "10.0.13.3/24").rip(rip(NOTHING));
        try (Lab lab = Lab.start(topology)) {
            lab.agreeThroughFailureOf("r2", "eth1");
        }
    }

    /** Both border routers pass on in both directions; the tags 777 and 888 keep routes from coming back. */
    @Test
    void tagsKeepRoutesOfTwoBorderRoutersFromComingBack() {
        Topology topology = new Topology();
        RoutePolicy intoRip = new RoutePolicy("INTO-RIP", List.of(statement(false, null, OptionalLong.of(777)),
                statement(true, null, NO_TAG, new PolicyAction.SetTag(888, Origin.NONE))), Origin.NONE);
        RoutePolicy intoOspf = new RoutePolicy("INTO-OSPF", List.of(statement(false, null, OptionalLong.of(888)),
                statement(true, null, NO_TAG, new PolicyAction.SetTag(777, Origin.NONE))), Origin.NONE);
        topology.router("r1").port("eth0", "hosts", "172.16.1.1/24").port("eth1", "o", "192.168.1.1/24")
                .ospf(ospf(List.of(ospfPort("eth0", true), ospfPort("eth1", false))));
        for (int number = 2; number <= 3; number++) {
            topology.router("r" + number).port("eth0", "o", "192.168.1." + number + "/24").port("eth1", "r", "10.0.1." + number + "/24")
                    .policy(intoRip).policy(intoOspf).ospf(ospf(List.of(ospfPort("eth0", false)), from(RouteSource.RIP, OptionalLong.of(100), "INTO-OSPF")))
                    .rip(rip(options(from(RouteSource.OSPF, OptionalLong.of(4), "INTO-RIP"))));
        }
        topology.router("r4").port("eth0", "r", "10.0.1.4/24").port("eth1", "far", "10.0.4.4/24").rip(rip(NOTHING));
        try (Lab lab = Lab.start(topology)) {
            lab.agreeThroughFailureOf("r2", "eth0");
            lab.failPort("r4", "eth1");
            lab.agree();
        }
    }

    /** Policies of prefixes alone; ripd 8.4 does not use route maps on interfaces. */
    @Test
    void policiesOnNeighborsFilterInBothDirections() {
        Topology topology = new Topology();
        List<PolicyStatement> not254 = List.of(statement(false, "10.254.0.0/16", NO_TAG), statement(true, null, NO_TAG));
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").port("eth1", "far", "10.254.1.1/24").loopback("10.255.0.1/32")
                .rip(rip(NOTHING));
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "23", "10.0.23.2/24").port("eth2", "25", "10.0.25.2/24")
                .policy(new RoutePolicy("NOT-254", not254, Origin.NONE)).rip(rip(policies("NOT-254", PolicyDirection.OUT)));
        topology.router("r3").port("eth0", "23", "10.0.23.3/24").port("eth1", "34", "10.0.34.3/24").loopback("10.255.0.3/32")
                .policy(new RoutePolicy("ONLY-25", List.of(statement(true, "10.0.25.0/24", NO_TAG), statement(true, "10.253.0.0/16", NO_TAG)),
                        Origin.NONE)).rip(rip(policies("ONLY-25", PolicyDirection.IN)));
        topology.router("r4").port("eth0", "34", "10.0.34.4/24").port("eth1", "near", "10.253.1.4/24").rip(rip(NOTHING));
        topology.router("r5").port("eth0", "25", "10.0.25.5/24").rip(rip(NOTHING));
        try (Lab lab = Lab.start(topology)) {
            lab.agreeThroughFailureOf("r2", "eth2");
        }
    }

    private static ProcessOptions policies(String name, PolicyDirection direction) {
        return new ProcessOptions(List.of(), List.of(new PolicyUse(name, direction, Origin.NONE)), Optional.empty(), Optional.empty(),
                OptionalInt.empty(), Origin.NONE);
    }
}
