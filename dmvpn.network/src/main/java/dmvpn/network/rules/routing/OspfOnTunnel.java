package dmvpn.network.rules.routing;

import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.rules.membership.Member;
import java.util.Optional;

/**
 * OSPF on the tunnel of a member.
 *
 * @param process process that the tunnel takes part in
 * @param settings settings of the tunnel
 */
public record OspfOnTunnel(OspfProcess process, OspfInterface settings) {

    /** Empty when no process has the tunnel or the tunnel is passive. */
    public static Optional<OspfOnTunnel> of(Member member) {
        return member.derived(OspfOnTunnel.class, () -> find(member));
    }

    private static Optional<OspfOnTunnel> find(Member member) {
        for (OspfProcess process : member.device().routing().ospf()) {
            Optional<OspfInterface> settings = process.settingsOf(member.tunnel().name());
            if (settings.isPresent() && !settings.get().passive()) {
                return Optional.of(new OspfOnTunnel(process, settings.get()));
            }
        }
        return Optional.empty();
    }

    /** The kind of the tunnel's area. */
    public OspfAreaKind areaKind() {
        return process.areas().stream().filter(area -> area.number() == settings.area()).map(OspfArea::kind).findFirst()
                .orElse(OspfAreaKind.NORMAL);
    }
}
