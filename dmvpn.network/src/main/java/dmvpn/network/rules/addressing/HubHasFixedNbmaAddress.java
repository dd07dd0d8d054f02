package dmvpn.network.rules.addressing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.function.Consumer;

/** A hub that others register with must have a fixed NBMA address. */
public final class HubHasFixedNbmaAddress implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-AD-07",
            Severity.ERROR,
            "A hub has a fixed NBMA address",
            "Spokes are configured with the NBMA address of their hub; a leased address may be another one "
                    + "tomorrow, and nobody tells the spokes. Give the hub's WAN a fixed address.",
            "RFC 2332 section 5.2.3 (a client must know its server before it can register)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            if (hub.hasDynamicNbmaAddress()) {
                findings.accept(new Finding(RULE, hub.name() + " gets its NBMA address by DHCP but "
                        + server.clients().size() + " router(s) register with it: give "
                        + hub.tunnel().sourceInterface() + " of " + hub.name() + " a fixed address",
                        hub.source().orElseThrow().origin()));
            }
        }
    }
}
