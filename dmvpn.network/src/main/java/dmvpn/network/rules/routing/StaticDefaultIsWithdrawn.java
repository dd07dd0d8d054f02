package dmvpn.network.rules.routing;

import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Something must withdraw a static default when the hub is gone. */
public final class StaticDefaultIsWithdrawn implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-RT-17",
            Severity.WARNING,
            "A static default through a tunnel goes away with the hub",
            "A multipoint tunnel is always up, so a static route into it stays when the hub is dead, and "
                    + "traffic vanishes. Switch if-state on, so that the tunnel goes down with its servers, or learn "
                    + "the default from a routing protocol.",
            "Cisco, DMVPN Tunnel Health Monitoring and Recovery (if-state nhrp)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.STATIC_ROUTES);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (!member.isMultipoint() || member.tunnel().options().interfaceState() || member.tunnel().nhrp().nextHopServers().isEmpty()) {
            return;
        }
        for (StaticRoute route : member.device().routing().staticRoutes()) {
            boolean through = route.vrf().equals(member.tunnel().vrf()) && route.destination().length() == 0
                    && (route.interfaceName().filter(member.tunnel().name()::equals).isPresent()
                            || route.nextHop().filter(member.tunnel().address().prefix()::contains).isPresent());
            if (through && member.device().routing().forwardingDetectionOn(member.tunnel().name()).isEmpty()) {
                findings.accept(new Finding(RULE, "The default route of " + member.name() + " through " + member.tunnel().name()
                        + " stays when the hub is dead: write if-state on", route.origin()));
            }
        }
    }
}
