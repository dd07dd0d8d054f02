package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.HelloProtocols;
import java.util.function.Consumer;

/** A spoke whose routing sends hellos must map multicast to its hub. */
public final class MulticastToServer implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-NH-11",
            Severity.ERROR,
            "A spoke sends multicast to its hub when routing needs it",
            "EIGRP, OSPF and RIP speak by multicast. Without a multicast mapping to the next-hop server no "
                    + "hello leaves the spoke and there is no adjacency. Map multicast to the hub.",
            "ipSpace.net, DMVPN Phase 2 Fundamentals; RFC 7868 section 5.3 (hello packets are multicast)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            if (!registration.statement().multicast() && !isMapped(registration)) {
                HelloProtocols.common(registration.client(), registration.server()).ifPresent(protocol ->
                        findings.accept(new Finding(RULE, registration.client().name() + " runs " + protocol
                                + " but sends no multicast to " + registration.server().name()
                                + ": map multicast to this next-hop server", registration.statement().origin())));
            }
        }
    }

    private static boolean isMapped(Registration registration) {
        return registration.client().tunnel().nhrp().options().multicastTargets().stream()
                .anyMatch(target -> target.nbmaAddress().equals(registration.statement().nbmaAddress()));
    }
}
