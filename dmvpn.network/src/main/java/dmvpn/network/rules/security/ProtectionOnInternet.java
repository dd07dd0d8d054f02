package dmvpn.network.rules.security;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.CloudWide;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A cloud over the Internet should be protected. */
public final class ProtectionOnInternet implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-20",
            Severity.WARNING,
            "Tunnels over the Internet are protected",
            "GRE travels in clear. On the Internet anybody on the way reads and changes the traffic. "
                    + "Protect the cloud with crypto.",
            "RFC 2784 section 6 (GRE has no security of its own)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            // A single bare member of a protected cloud is cut off, not readable: another rule says so.
            if (members.stream().noneMatch(member -> member.tunnel().protection().isPresent())) {
                List<Finding> ofCloud = new ArrayList<>();
                members.forEach(member -> internetOf(member, memberships)
                        .ifPresent(transport -> ofCloud.add(finding(member, transport))));
                (ofCloud.size() == members.size() ? CloudWide.join(ofCloud, members, memberships) : ofCloud).forEach(findings);
            }
        }
    }

    private static Optional<Transport> internetOf(Member member, Memberships memberships) {
        return member.source().flatMap(NetworkInterface::transport).flatMap(memberships::transport)
                .filter(transport -> transport.kind() == TransportKind.INTERNET);
    }

    private static Finding finding(Member member, Transport transport) {
        return new Finding(RULE, "Traffic of " + member.name() + " in cloud " + member.tunnel().cloud() + " crosses "
                + transport.name() + " unencrypted: protect the cloud with crypto", member.tunnel().origin());
    }
}
