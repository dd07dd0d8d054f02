package dmvpn.network.rules.underlay;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.function.Consumer;

/** The front-door VRF of a tunnel must be that of its source interface. */
public final class TunnelVrfMatchesSource implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-UL-07",
            Severity.ERROR,
            "A tunnel and its source are in the same front-door VRF",
            "Encapsulated packets leave through the table of the tunnel's front-door VRF, with the address "
                    + "of the source interface. When the source is in another table, the tunnel stays down. Use the "
                    + "VRF of the source interface.",
            "Cisco IOS Interface and Hardware Component Command Reference, tunnel vrf");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        Optional<String> expected = member.source().flatMap(NetworkInterface::vrf);
        if (member.source().isPresent() && !expected.equals(member.tunnel().frontDoorVrf())) {
            findings.accept(new Finding(RULE, member.tunnel().name() + " of " + member.name() + " sends through "
                    + describe(member.tunnel().frontDoorVrf()) + " but its source " + member.tunnel().sourceInterface()
                    + " is in " + describe(expected) + ": use " + describe(expected), member.tunnel().origin()));
        }
    }

    private static String describe(Optional<String> vrf) {
        return vrf.map(name -> "VRF " + name).orElse("the global table");
    }
}
