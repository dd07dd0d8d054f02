package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.rules.routing.HelloProtocols;
import java.util.function.Consumer;

/** A hub whose routing sends hellos must copy multicast to registered spokes. */
public final class MulticastToClients implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-13",
            Severity.ERROR,
            "A hub sends multicast to registered spokes when routing needs it",
            "EIGRP, OSPF and RIP need to be heard in both directions. A hub that does not copy multicast to dynamic clients "
                    + "hears the spokes and is not heard. Switch dynamic multicast on.",
            "Observed on IOS (one-way neighbour, retry limit exceeded each 80 s); RFC 7868 section 5.3");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            if (!hub.tunnel().nhrp().dynamicMulticast()) {
                server.clients().stream().flatMap(client -> HelloProtocols.common(hub, client).stream()).findFirst()
                        .ifPresent(protocol -> findings.accept(new Finding(RULE, "Hub " + hub.name() + " runs " + protocol + " on "
                                + hub.tunnel().name() + " but sends no multicast to registered spokes: let it map multicast "
                                + "dynamically", hub.tunnel().nhrp().origin())));
            }
        }
    }
}
