package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.network.tunnel.NhrpConfiguration;
import java.util.function.Consumer;

/** max-connections must be met. */
public final class ClusterLimitCanBeMet implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-HUB-12",
            Severity.WARNING,
            "A cluster has as many servers as connections are wanted",
            "A client wants so many servers of a cluster at once. With 0 it wants none; with more than there are it "
                    + "never has enough and keeps probing. Adjust max-connections.",
            "Cisco, DMVPN Tunnel Health Monitoring and Recovery (Backup NHS)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        NhrpConfiguration nhrp = member.tunnel().nhrp();
        for (ClusterLimit limit : nhrp.options().servers().limits()) {
            long servers = nhrp.nextHopServers().stream().filter(server -> server.cluster() == limit.cluster()).count();
            if (!nhrp.nextHopServers().isEmpty() && (limit.connections() == 0 || limit.connections() > servers)) {
                findings.accept(new Finding(RULE, member.name() + " wants " + limit.connections() + " connections in cluster "
                        + limit.cluster() + ", which has " + servers + (servers == 1 ? " server" : " servers")
                        + ": adjust max-connections", limit.origin()));
            }
        }
    }
}
