package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Targets of multicast are underlay addresses. */
public final class MulticastMapNamesUnderlay implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-12",
            Severity.ERROR,
            "A multicast map names an NBMA address",
            "Multicast is copied to routers by their addresses in the underlay. A map to a tunnel address leads into "
                    + "the tunnel itself, and the adjacency never comes up. Write the NBMA address.",
            "Cisco IOS IP Addressing Services Command Reference, ip nhrp map multicast; observed on IOS (adjacency "
                    + "missing)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.MULTICAST_TARGETS);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        router.cloudOf(member).ifPresent(cloud -> member.tunnel().nhrp().options().multicastTargets().stream()
                .filter(target -> cloud.overlay().contains(target.nbmaAddress())).forEach(target ->
                        findings.accept(new Finding(RULE, target.nbmaAddress() + " is a tunnel address of cloud " + cloud.name()
                                + ": a multicast map of " + member.name() + " needs the NBMA address", target.origin()))));
    }
}
