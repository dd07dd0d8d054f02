package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.Set;
import java.util.function.Consumer;

/** EIGRP should know the bandwidth of a tunnel. */
public final class BandwidthForEigrp implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-MT-05",
            Severity.WARNING,
            "A tunnel with EIGRP has a bandwidth of its own",
            "A tunnel that is told nothing has 100 kbit/s. EIGRP computes its metric from that and sends its "
                    + "own packets no faster than half of it. Set bandwidth, and delay to prefer one tunnel.",
            "RFC 7868 section 5.6.1; Cisco IOS interface defaults (observed: 100 kbit/s)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.EIGRP);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.tunnel().bandwidthKbps() == TunnelInterface.DEFAULT_BANDWIDTH_KBPS) {
            EigrpOnTunnel.of(member).ifPresent(eigrp -> findings.accept(new Finding(RULE, member.tunnel().name() + " of "
                    + member.name() + " has a bandwidth of " + TunnelInterface.DEFAULT_BANDWIDTH_KBPS
                    + " kbit/s, the default: write bandwidth, such as bandwidth 100Mbps", member.tunnel().origin())));
        }
    }

    @Override
    public boolean isCloudWide() {
        return true;
    }
}
