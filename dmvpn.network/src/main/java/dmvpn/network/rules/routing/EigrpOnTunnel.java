package dmvpn.network.rules.routing;

import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.rules.membership.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EIGRP on the tunnel of a member.
 *
 * @param process process that the tunnel takes part in
 * @param settings settings of the tunnel
 */
public record EigrpOnTunnel(EigrpProcess process, EigrpInterface settings) {

    /** The first process of the tunnel; empty when no process covers the tunnel or the tunnel is passive. */
    public static Optional<EigrpOnTunnel> of(Member member) {
        List<EigrpOnTunnel> all = allOf(member);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** All processes that greet neighbours on the tunnel: a hub may run several, for spokes of different systems. */
    public static List<EigrpOnTunnel> allOf(Member member) {
        return member.derived(EigrpOnTunnel.class, () -> find(member));
    }

    /** The process of the tunnel in an autonomous system. */
    public static Optional<EigrpOnTunnel> of(Member member, int autonomousSystem) {
        for (EigrpOnTunnel eigrp : allOf(member)) {
            if (eigrp.process().autonomousSystem() == autonomousSystem) {
                return Optional.of(eigrp);
            }
        }
        return Optional.empty();
    }

    private static List<EigrpOnTunnel> find(Member member) {
        List<EigrpOnTunnel> found = new ArrayList<>(1);
        for (EigrpProcess process : member.device().routing().eigrp()) {
            if (process.vrf().equals(member.tunnel().vrf()) && process.covers(member.protocolAddress())) {
                EigrpInterface settings = process.settingsOf(member.tunnel().name());
                if (!settings.passive()) {
                    found.add(new EigrpOnTunnel(process, settings));
                }
            }
        }
        return found;
    }
}
