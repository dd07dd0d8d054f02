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
        return member.device().routing().eigrp().stream()
                .filter(process -> process.vrf().equals(member.tunnel().vrf()))
                .filter(process -> process.covers(member.protocolAddress()))
                .findFirst()
                .map(process -> new EigrpOnTunnel(process, process.settingsOf(member.tunnel().name())))
                .filter(eigrp -> !eigrp.settings.passive());
    }
}
