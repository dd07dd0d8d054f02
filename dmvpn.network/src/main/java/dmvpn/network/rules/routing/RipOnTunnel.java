package dmvpn.network.rules.routing;

import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.rules.membership.Member;
import java.util.Optional;

/**
 * RIP on the tunnel of a member.
 *
 * @param process process that the tunnel takes part in
 * @param settings settings of the tunnel
 */
public record RipOnTunnel(RipProcess process, RipInterface settings) {

    /** Empty when no process covers the tunnel. */
    public static Optional<RipOnTunnel> of(Member member) {
        return member.derived(RipOnTunnel.class, () -> member.device().routing().rip().stream()
                .filter(process -> process.vrf().equals(member.tunnel().vrf()))
                .filter(process -> process.covers(member.protocolAddress()))
                .findFirst()
                .map(process -> new RipOnTunnel(process, process.settingsOf(member.tunnel().name()))));
    }
}
