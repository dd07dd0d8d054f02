package dmvpn.network.rules.mtu;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.Optional;
import java.util.function.Consumer;

/** The adjusted MSS should fit the tunnel's mtu. */
public final class MssFitsMtu implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-MT-03",
            Severity.WARNING,
            "TCP segments fit the tunnel",
            "Hosts behind the routers do not know of the tunnel. An adjusted MSS of the tunnel's mtu less "
                    + "40 bytes (60 with IPv6) keeps their TCP packets small enough without path MTU discovery. Set "
                    + "it beside the mtu.",
            "RFC 879 (MSS is the datagram less 40 bytes); RFC 8200 section 8.3 (60 bytes with "
                    + "IPv6)");

    @Override
    public Rule rule() {
        return RULE;
    }

    private static final int IPV4_AND_TCP_HEADER_BYTES = 40;
    private static final int IPV6_AND_TCP_HEADER_BYTES = 60;

    @Override
    public boolean isCloudWide() {
        return true;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        Optional<TunnelPath> path = TunnelPath.of(member, router);
        if (path.isPresent()) {
            fault(path.get()).ifPresent(findings);
        }
    }

    private static Optional<Finding> fault(TunnelPath path) {
        TunnelInterface tunnel = path.member().tunnel();
        int largest = path.tunnelMtuBytes() - (tunnel.address().address() instanceof Ipv6Address
                ? IPV6_AND_TCP_HEADER_BYTES
                : IPV4_AND_TCP_HEADER_BYTES);
        if (tunnel.tcpMssBytes().orElse(0) > largest) {
            return Optional.of(finding(path, " has mss " + tunnel.tcpMssBytes().getAsInt()
                    + ", too large for a tunnel mtu of " + path.tunnelMtuBytes(), largest));
        }
        // Without mtu and mss the tunnel is plain: the rule on the mtu speaks first.
        return tunnel.tcpMssBytes().isEmpty() && tunnel.ipMtuBytes().isPresent()
                ? Optional.of(finding(path, " has an mtu but no mss", largest))
                : Optional.empty();
    }

    private static Finding finding(TunnelPath path, String fault, int largest) {
        return new Finding(RULE, path.member().name() + fault + " in cloud " + path.member().tunnel().cloud()
                + ": set mss " + largest, path.member().tunnel().origin());
    }
}
