package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.cloudwide.CloudWideFault;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The ip mtu of a tunnel should leave room for its headers. */
public final class MtuFitsPath implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-MT-02",
            Severity.WARNING,
            "The ip mtu of a tunnel fits the path",
            "GRE and ESP headers are added after the tunnel's mtu is checked. When the result is larger "
                    + "than the underlay carries, packets are fragmented after encryption. Lower the mtu of the "
                    + "cloud.",
            "RFC 4459 section 3; RFC 4303 section 2 (ESP packet format)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Function<Member, Optional<TunnelPath>> paths = TunnelPath.of(memberships);
        CloudWideFault.report(memberships, member -> paths.apply(member)
                .filter(path -> member.tunnel().ipMtuBytes().orElse(0) > path.largestInnerBytes())
                .map(MtuFitsPath::finding), findings);
    }

    private static Finding finding(TunnelPath path) {
        int largest = path.largestInnerBytes();
        return new Finding(RULE, "Tunnel mtu " + path.tunnelMtuBytes() + " of " + path.member().name() + " in cloud "
                + path.member().tunnel().cloud() + " exceeds " + largest + ", the most that fits a path of "
                + path.mtuBytes() + " bytes: set mtu " + largest + " or less", path.member().tunnel().origin());
    }
}
