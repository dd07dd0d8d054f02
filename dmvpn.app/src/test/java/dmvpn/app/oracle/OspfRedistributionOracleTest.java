package dmvpn.app.oracle;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What policies make of routes that are redistributed into OSPF is what FRRouting's ospfd makes of them. */
@Execution(ExecutionMode.CONCURRENT)
class OspfRedistributionOracleTest {

    private static OspfProcess process(Redistribution... redistributions) {
        return new OspfProcess(1, Optional.empty(), List.of(new OspfArea(OspfArea.BACKBONE, OspfAreaKind.NORMAL, Origin.NONE)),
                List.of(new OspfInterface("eth0", OspfArea.BACKBONE, OspfNetworkType.POINT_TO_POINT, OspfInterface.DEFAULT_PRIORITY,
                        OptionalInt.of(10), Duration.ofSeconds(1), Duration.ofSeconds(4), false, false, false, Origin.NONE)),
                Optional.empty(), new ProcessOptions(List.of(redistributions), List.of(), Optional.empty(), Optional.empty(),
                        OptionalInt.empty(), Origin.NONE), Origin.NONE);
    }

    private static PolicyStatement statement(boolean permit, String prefix, OptionalLong tag, PolicyAction... actions) {
        return new PolicyStatement(permit,
                List.of(new PrefixMatch(IpPrefix.parse(prefix), OptionalInt.empty(), OptionalInt.of(24), Origin.NONE)), tag,
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions), Origin.NONE);
    }

    @Test
    void policiesDecideWhatIsAnnouncedAndHow() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").ospf(process());
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "hosts", "192.168.4.1/24")
                .route("172.16.1.0/24", "192.168.4.9").route("172.16.2.0/24", "192.168.4.9", null, 1, OptionalLong.of(7))
                .route("172.17.1.0/24", "192.168.4.9").route("172.18.1.0/24", "192.168.4.9")
                .policy(new RoutePolicy("SOME", List.of(
                        statement(true, "172.16.0.0/16", OptionalLong.of(7), new PolicyAction.SetMetric(70, Origin.NONE)),
                        statement(true, "172.16.0.0/16", OptionalLong.empty(), new PolicyAction.SetMetric(33, Origin.NONE),
                                new PolicyAction.SetExternalType(1, Origin.NONE)),
                        statement(false, "172.17.0.0/16", OptionalLong.empty()),
                        statement(true, "172.18.0.0/16", OptionalLong.empty())), Origin.NONE))
                .ospf(process(new Redistribution(RouteSource.STATIC, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(),
                        OptionalLong.empty(), Optional.of("SOME"), Origin.NONE)));
        try (Lab lab = Lab.start(topology)) {
            lab.agreeThroughFailureOf("r2", "eth1");
        }
    }

    /** FRRouting passes routes on that BGP has from its own autonomous system, which IOS does not. */
    @Test
    void internalRoutesOfBgpArePassedOn() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").ospf(process());
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "23", "10.0.23.2/24")
                .ospf(process(new Redistribution(RouteSource.BGP, OptionalLong.of(65000), Optional.empty(), OptionalInt.empty(),
                        OptionalLong.empty(), Optional.empty(), Origin.NONE)))
                .bgp(new BgpSpeaker(65000).neighbor("10.0.23.3", 65000).build());
        topology.router("r3").port("eth0", "23", "10.0.23.3/24").port("eth1", "hosts3", "192.168.3.1/24")
                .bgp(new BgpSpeaker(65000).network("192.168.3.0/24").neighbor("10.0.23.2", 65000).build());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r3", "eth1");
            lab.agree();
        }
    }

    /** Redistribution of a protocol is about its routes alone: the networks of its interfaces are connected ones. */
    @Test
    void networksOfOspfsInterfacesAreNoRoutesOfOspf() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").ospf(process());
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "23", "10.0.23.2/24").ospf(process())
                .bgp(new BgpSpeaker(65000).redistribute(RouteSource.OSPF, null).neighbor("10.0.23.3", 65003).build());
        topology.router("r3").port("eth0", "23", "10.0.23.3/24").bgp(new BgpSpeaker(65003).neighbor("10.0.23.2", 65000).build());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
        }
    }
}
