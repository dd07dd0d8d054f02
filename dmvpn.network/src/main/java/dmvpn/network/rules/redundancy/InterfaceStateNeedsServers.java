package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** if-state has no effect without servers. */
public final class InterfaceStateNeedsServers implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-HUB-11",
            Severity.WARNING,
            "A tunnel that follows its servers has some",
            "The line protocol goes down when no next-hop server answers. A hub that registers with nobody has none, "
                    + "so the setting has no effect there. Write it at the spokes.",
            "Cisco, DMVPN Tunnel Health Monitoring and Recovery (leaf spoke nodes only)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.INTERFACE_STATE);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.tunnel().options().interfaceState() && member.tunnel().nhrp().nextHopServers().isEmpty()) {
            findings.accept(new Finding(RULE, member.name() + " registers with nobody in cloud " + member.tunnel().cloud()
                    + ", so if-state has no effect: remove it here", member.tunnel().options().origin()));
        }
    }
}
