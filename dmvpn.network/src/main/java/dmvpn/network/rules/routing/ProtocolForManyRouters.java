package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.function.Consumer;

/** A cloud of more than a thousand routers should choose its protocol by scale. */
public final class ProtocolForManyRouters implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-13",
            Severity.INFO,
            "Very large clouds run BGP",
            "Up to about a thousand routers the protocol of the local networks is the best choice over DMVPN "
                    + "too. Beyond that the hub's capacity decides: BGP, and RIP that the hub only listens to, bear the "
                    + "most neighbours.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010; I. "
                    + "Pepelnjak, ipSpace.net: DMVPN scalability");

    private static final int LARGE = 1000;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            int routers = Memberships.count(members);
            if (routers > LARGE) {
                members.stream().filter(member -> !member.isSpoke()).filter(ProtocolForManyRouters::isChatty).findFirst()
                        .ifPresent(hub -> findings.accept(new Finding(RULE, "Cloud " + hub.tunnel().cloud() + " has "
                                + routers + " routers and runs " + HelloProtocols.of(hub).getFirst()
                                + ": BGP bears more neighbours", hub.tunnel().origin())));
            }
        }
    }

    private static boolean isChatty(Member hub) {
        return HelloProtocols.of(hub).stream().anyMatch(protocol -> !protocol.equals("RIP")
                || RipOnTunnel.of(hub).filter(rip -> !rip.settings().passive()).isPresent());
    }
}
