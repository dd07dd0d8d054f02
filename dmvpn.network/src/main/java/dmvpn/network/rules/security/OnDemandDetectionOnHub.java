package dmvpn.network.rules.security;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.Set;
import java.util.function.Consumer;

/** Periodic detection costs a large hub work. */
public final class OnDemandDetectionOnHub implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-18",
            Severity.INFO,
            "A hub of many spokes detects dead peers on demand",
            "With periodic dead peer detection a hub asks each of its spokes again and again. It is enough that the "
                    + "spokes ask. Use on-demand detection on hubs.",
            "Cisco IOS Security Command Reference, crypto isakmp keepalive (periodic messages cost processor time)");

    private static final int MANY = 50;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            server.member().protection().filter(profile -> Memberships.count(server.clients()) >= MANY
                    && profile.deadPeerDetection().filter(detection -> !detection.onDemand()).isPresent()).ifPresent(profile ->
                            findings.accept(new Finding(RULE, server.member().name() + " asks each of its " + Memberships.count(server.clients())
                                    + " clients periodically whether it is alive: use dpd on-demand in crypto " + profile.name(),
                                    profile.deadPeerDetection().get().origin())));
        }
    }
}
