package dmvpn.config.cisco;

import dmvpn.network.tunnel.GroupPolicy;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.LinkedHashSet;
import java.util.Set;

/** Shapers that hubs apply to what they send to a spoke of a group. */
final class QualitySection implements Section {

    /** The policy map of a group: its rate is in the name, since two tunnels may shape one group differently. */
    static String policyName(GroupPolicy policy) {
        return "SHAPE-" + policy.group() + "-" + policy.shapeBitsPerSecond() / 1000 + "k";
    }

    @Override
    public void write(CiscoContext context) {
        Set<String> written = new LinkedHashSet<>();
        for (TunnelInterface tunnel : context.device().tunnels()) {
            for (GroupPolicy policy : tunnel.options().groupPolicies()) {
                if (written.add(policyName(policy))) {
                    context.block(policy.origin(), "policy-map " + policyName(policy) + "\n class class-default\n"
                            + "  shape average " + policy.shapeBitsPerSecond() + "\n");
                }
            }
        }
    }
}
