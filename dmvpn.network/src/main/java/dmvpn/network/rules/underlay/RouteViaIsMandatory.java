package dmvpn.network.rules.underlay;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A tunnel that is locked to an uplink should not leave by another. */
public final class RouteViaIsMandatory implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-UL-05",
            Severity.WARNING,
            "A tunnel that is locked to an uplink stays there",
            "Without mandatory, a tunnel whose uplink has lost its route sends by another one, with a source address that the "
                    + "other provider drops. The tunnel looks alive and carries nothing. Write mandatory.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010; Cisco IOS Interface and "
                    + "Hardware Component Command Reference, tunnel route-via");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.ROUTE_VIA);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.tunnel().options().routeVia().filter(via -> !via.mandatory()).ifPresent(via -> findings.accept(new Finding(RULE,
                member.tunnel().name() + " of " + member.name() + " leaves by another uplink when " + via.interfaceName()
                        + " has no route: write mandatory", via.origin())));
    }
}
