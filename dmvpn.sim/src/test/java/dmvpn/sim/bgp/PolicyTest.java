package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.fidelity.Shows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Policies on the routes of neighbours, and communities (RFC 1997). */
class PolicyTest {

    private final BgpLab lab = new BgpLab();
    private final BgpLab.Node r1 = lab.router("R1").on("A", "10.0.1.1/24").lan("192.168.1.1/24").lan("192.168.2.1/24").bgp(65001)
            .network("192.168.1.0/24", "192.168.2.0/24");
    private final BgpLab.Node r2 = lab.router("R2").on("A", "10.0.1.2/24").on("B", "10.0.2.2/24").bgp(65002)
            .neighbor("10.0.2.3", as(65003).sendCommunity());
    private final BgpLab.Node r3 = lab.router("R3").on("B", "10.0.2.3/24").bgp(65003).neighbor("10.0.2.2", as(65002));

    private static PolicyStatement about(boolean permit, String prefix, PolicyAction... actions) {
        return new PolicyStatement(permit, List.of(new PrefixMatch(IpPrefix.parse(prefix), OptionalInt.empty(), OptionalInt.empty(),
                Origin.NONE)), OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions), Origin.NONE);
    }

    @Test
    @Shows("RFC4271/6.3-errors")
    void aPolicyInboundDropsAndChangesRoutes() {
        r1.neighbor("10.0.1.2", as(65002));
        r2.policy("IN", about(false, "192.168.2.0/24"), PolicyStatement.permitAll(
                List.of(new PolicyAction.SetLocalPreference(150, Origin.NONE)), Origin.NONE)).neighbor("10.0.1.1", as(65001).in("IN"));
        lab.runTo(40);

        assertThat(lab.seen().paths("R2", "192.168.1.0/24")).singleElement()
                .satisfies(path -> assertThat(path).containsEntry("localPreference", "150"));
        assertThat(lab.seen().paths("R2", "192.168.2.0/24")).isEmpty();
        assertThat(lab.seen().events("R2", "route denied").getFirst()).endsWith("denied by IN 10");
    }

    @Test
    @Shows("RFC4271/5.1.4-next")
    void aPolicyOutboundDropsAndChangesRoutes() {
        r1.policy("OUT", about(true, "192.168.2.0/24", new PolicyAction.SetMetric(77, Origin.NONE)))
                .neighbor("10.0.1.2", as(65002).out("OUT"));
        r2.neighbor("10.0.1.1", as(65001));
        lab.runTo(40);

        assertThat(lab.seen().best("R2")).containsExactly("192.168.2.0/24 via 10.0.1.1 [65001]");
        assertThat(lab.seen().paths("R2", "192.168.2.0/24")).singleElement().satisfies(path -> assertThat(path).containsEntry("metric", "77"));
        assertThat(lab.seen().paths("R3", "192.168.2.0/24")).as("a MED is for the next system alone (RFC 4271 section 5.1.4)")
                .singleElement().satisfies(path -> assertThat(path).containsEntry("metric", ""));
    }

    /** RFC 1997: routes with NO_EXPORT stay inside, those with NO_ADVERTISE at home. */
    @Test
    @Shows("RFC1997/2-no-export")
    void wellKnownCommunitiesKeepRoutesBack() {
        r1.policy("OUT", about(true, "192.168.1.0/24", new PolicyAction.SetCommunity("no-export", Origin.NONE)),
                about(true, "192.168.2.0/24", new PolicyAction.SetCommunity("no-advertise", Origin.NONE)))
                .neighbor("10.0.1.2", as(65002).out("OUT"));
        lab.router("R4").on("A", "10.0.1.4/24").bgp(65002).neighbor("10.0.1.2", as(65002));
        r2.neighbor("10.0.1.1", as(65001)).neighbor("10.0.1.4", as(65002));
        lab.runTo(60);

        assertThat(lab.seen().best("R2")).hasSize(2);
        assertThat(lab.seen().best("R3")).isEmpty();
        assertThat(lab.seen().best("R4")).containsExactly("192.168.1.0/24 via 10.0.1.1 [65001]");
    }

    /** Communities are announced where {@code send-community} says so. */
    @Test
    @Shows("RFC1997/3-pass")
    void communitiesTravelWhereTheyAreSent() {
        r1.policy("OUT", PolicyStatement.permitAll(List.of(new PolicyAction.SetCommunity("65001:7", Origin.NONE)), Origin.NONE))
                .neighbor("10.0.1.2", as(65002).out("OUT"));
        lab.router("R4").on("A", "10.0.1.4/24").bgp(65004).neighbor("10.0.1.2", as(65002));
        r2.neighbor("10.0.1.1", as(65001)).neighbor("10.0.1.4", as(65004));
        lab.runTo(60);

        assertThat(lab.seen().paths("R3", "192.168.1.0/24").getFirst()).containsEntry("communities", "65001:7");
        assertThat(lab.seen().paths("R4", "192.168.1.0/24").getFirst()).containsEntry("communities", "");
    }

    @Test
    void aPolicyMatchesCommunitiesAndPaths() {
        r1.policy("OUT", about(true, "192.168.1.0/24", new PolicyAction.SetCommunity("65001:7", Origin.NONE)),
                PolicyStatement.permitAll(List.of(), Origin.NONE)).neighbor("10.0.1.2", as(65002).out("OUT"));
        r2.neighbor("10.0.1.1", as(65001));
        lab.router("R4").on("B", "10.0.2.4/24").bgp(65004).policy("ONLY", matching("65001:7", "^65002_"))
                .neighbor("10.0.2.2", as(65002).in("ONLY"));
        lab.router("R5").on("B", "10.0.2.5/24").bgp(65005).policy("ONLY", matching("65001:7", "^65001_"))
                .neighbor("10.0.2.2", as(65002).in("ONLY"));
        r2.neighbor("10.0.2.4", as(65004).sendCommunity()).neighbor("10.0.2.5", as(65005).sendCommunity());
        lab.runTo(60);

        assertThat(lab.seen().best("R4")).as("one has the community").containsExactly("192.168.1.0/24 via 10.0.2.2 [65002 65001]");
        assertThat(lab.seen().best("R5")).as("no path begins like that").isEmpty();
    }

    private static PolicyStatement matching(String community, String path) {
        return new PolicyStatement(true, List.of(), OptionalLong.empty(), Optional.of(community), Optional.of(path),
                Optional.empty(), List.of(), Origin.NONE);
    }

    @Test
    void aNextHopMayBeSetToThePeer() {
        lab.router("H").on("C", "10.0.3.1/24").bgp(65000).neighbor("10.0.3.11", as(65000).client())
                .neighbor("10.0.3.12", as(65000).client());
        lab.router("S1").on("C", "10.0.3.11/24").bgp(65000)
                .policy("HUB", new PolicyAction.SetNextHop(Optional.empty(), Origin.NONE)).neighbor("10.0.3.1", as(65000).in("HUB"));
        lab.router("S2").on("C", "10.0.3.12/24").lan("192.168.12.1/24").bgp(65000).network("192.168.12.0/24")
                .neighbor("10.0.3.1", as(65000));
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).containsExactly("192.168.12.0/24 via 10.0.3.1 []");
    }

    @Test
    void redistributionGoesThroughAPolicy() {
        r1.redistribute(RouteSource.CONNECTED, Optional.of("LANS")).policy("LANS",
                about(true, "10.0.1.0/24", new PolicyAction.SetMetric(9, Origin.NONE))).neighbor("10.0.1.2", as(65002));
        r2.neighbor("10.0.1.1", as(65001));
        lab.runTo(40);

        assertThat(lab.seen().best("R2")).contains("10.0.1.0/24 via 10.0.1.1 [65001]");
        assertThat(lab.seen().paths("R2", "10.0.1.0/24").getFirst()).containsEntry("metric", "9").containsEntry("origin", "incomplete");
        assertThat(lab.seen().paths("R1", "192.168.1.0/24")).as("the network statement's alone").hasSize(1);
    }
}
