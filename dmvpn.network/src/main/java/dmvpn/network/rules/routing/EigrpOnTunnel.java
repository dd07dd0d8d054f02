package dmvpn.network.rules.routing;

import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.rules.membership.Member;
import java.util.Optional;

/**
 * EIGRP on the tunnel of a member.
 *
 * @param process process that the tunnel takes part in
 * @param settings settings of the tunnel
 */
public record EigrpOnTunnel(EigrpProcess process, EigrpInterface settings) {

    /** Empty when no process covers the tunnel or the tunnel is passive. */
    public static Optional<EigrpOnTunnel> of(Member member) {
        return member.derived(EigrpOnTunnel.class, () -> find(member));
    }

    private static Optional<EigrpOnTunnel> find(Member member) {
        for (EigrpProcess process : member.device().routing().eigrp()) {
            if (process.vrf().equals(member.tunnel().vrf()) && process.covers(member.protocolAddress())) {
                EigrpInterface settings = process.settingsOf(member.tunnel().name());
                return settings.passive() ? Optional.empty() : Optional.of(new EigrpOnTunnel(process, settings));
            }
        }
        return Optional.empty();
    }
}
