package dmvpn.network.rules.phases;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.ArrayList;
import java.util.List;

/**
 * A hub in the middle of a hierarchy: a client in one cloud and a server in another, with both tunnels in one NHRP network.
 *
 * @param above its tunnel as a client
 * @param below its tunnel as a server
 */
record Hierarchy(Member above, Member below) {

    /** Every place of a router in the middle of a hierarchy. */
    static List<Hierarchy> of(RouterView router) {
        List<Hierarchy> found = new ArrayList<>(0);
        for (Member above : router.members()) {
            for (Member below : router.members()) {
                if (above.device().role() == DeviceRole.HUB
                        && !above.tunnel().nhrp().nextHopServers().isEmpty()
                        && below.tunnel().nhrp().nextHopServers().isEmpty()
                        && !above.tunnel().cloud().equals(below.tunnel().cloud())
                        && above.tunnel().nhrp().networkId() == below.tunnel().nhrp().networkId()) {
                    found.add(new Hierarchy(above, below));
                }
            }
        }
        return found;
    }
}
