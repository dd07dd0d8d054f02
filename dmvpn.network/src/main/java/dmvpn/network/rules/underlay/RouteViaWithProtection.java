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

/** The choice of a route for a tunnel may not hold for protected packets. */
public final class RouteViaWithProtection implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-UL-03",
            Severity.WARNING,
            "A protected tunnel is not locked by route-via",
            "tunnel route-via chooses among equal routes for GRE packets. Behind tunnel protection the IPsec packets are routed "
                    + "once more, without that choice, and may leave by another uplink. Put each uplink into a front-door VRF of "
                    + "its own.",
            "I. Pepelnjak, ipSpace.net, 2010: Tunnel route selection and DMVPN tunnel protection");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.ROUTE_VIA, Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.protection().isPresent()) {
            member.tunnel().options().routeVia().ifPresent(via -> findings.accept(new Finding(RULE, member.tunnel().name()
                    + " of " + member.name() + " is protected, so " + via.interfaceName()
                    + " may not be where its packets leave: put " + via.interfaceName() + " into a front-door VRF",
                    via.origin())));
        }
    }
}
