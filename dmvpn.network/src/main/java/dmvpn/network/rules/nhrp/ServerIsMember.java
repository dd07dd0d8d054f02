package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.NextHopServer;
import java.util.Optional;
import java.util.function.Consumer;

/** A next-hop server must be another member of the cloud that clients can reach. */
public final class ServerIsMember implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-08",
            Severity.ERROR,
            "A next-hop server is a member of the cloud",
            "A registration travels through the tunnel to the tunnel address of the server. When no other "
                    + "multipoint member of the cloud has that address, nobody answers. Use the tunnel address of a "
                    + "hub of the cloud.",
            "RFC 2332 section 5.2.3; observed on IOS (next-hop server down, registration failure)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        for (NextHopServer server : member.tunnel().nhrp().nextHopServers()) {
            fault(router, member, server).ifPresent(fault -> findings.accept(new Finding(RULE,
                    "Next-hop server " + server.protocolAddress() + " of " + member.name() + fault
                            + ": use the tunnel address of a hub of cloud " + member.tunnel().cloud(),
                    server.origin())));
        }
    }

    private static Optional<String> fault(RouterView router, Member client, NextHopServer server) {
        Optional<Member> owner = router.ownerOf(client, server);
        if (owner.isEmpty()) {
            return Optional.of(" is not a member of the cloud");
        }
        if (owner.get().device() == client.device()) {
            return Optional.of(" is the router itself");
        }
        return owner.get().isMultipoint()
                ? Optional.empty()
                : Optional.of(" is " + owner.get().name() + ", whose tunnel is point-to-point");
    }
}
