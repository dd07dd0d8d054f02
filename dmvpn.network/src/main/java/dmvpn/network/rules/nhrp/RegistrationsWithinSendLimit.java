package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.tunnel.SendLimit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Registrations of all clients fit into the send limit of their server. */
public final class RegistrationsWithinSendLimit implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-NH-20",
            Severity.WARNING,
            "A hub may send the answers to all registrations",
            "A router sends a limited number of NHRP messages: 100 in 10 s on classic IOS, 10000 on IOS-XE. A hub "
                    + "takes part in two messages for each registration; above the limit registrations are lost and spokes "
                    + "flap. Raise max-send on the hub, or let spokes register less often.",
            "ipSpace.net, NHRP rate limiting can hurt your DMVPN; Cisco IOS IP Addressing Services Command Reference, "
                    + "ip nhrp max-send");

    private static final int MESSAGES_PER_REGISTRATION = 2;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            double perSecond = perSecond(server);
            SendLimit limit = server.member().tunnel().nhrp().options().sendLimit().orElseGet(() -> platformLimit(server.member()));
            long messages = Math.round(perSecond * limit.seconds() * MESSAGES_PER_REGISTRATION);
            if (messages > limit.packets()) {
                findings.accept(new Finding(RULE, "The " + Memberships.count(server.clients()) + " clients of " + server.member().name()
                        + " make " + messages + " NHRP messages in " + limit.seconds() + " s, and it sends at most "
                        + limit.packets() + ": raise max-send or the time between registrations",
                        server.member().tunnel().nhrp().origin()));
            }
        }
    }

    private static double perSecond(Server server) {
        Map<Integer, Integer> clientsByInterval = new TreeMap<>();
        server.clients().forEach(client -> clientsByInterval.merge(
                Math.max(1, client.tunnel().nhrp().registrationIntervalSeconds()), client.count(), Integer::sum));
        return clientsByInterval.entrySet().stream().mapToDouble(entry -> (double) entry.getValue() / entry.getKey()).sum();
    }

    private static SendLimit platformLimit(Member server) {
        return new SendLimit(dmvpn.network.device.HiddenDefaults.of(server.device().platform()).nhrpMessagesPerTenSeconds(),
                SendLimit.DEFAULT_SECONDS, server.device().platform().origin());
    }
}
