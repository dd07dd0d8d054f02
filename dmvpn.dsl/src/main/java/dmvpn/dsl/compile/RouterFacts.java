package dmvpn.dsl.compile;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.Cloud;
import java.util.List;
import java.util.Objects;

/**
 * What the compiler of one router may read of another: all of its site but loopbacks. A router is
 * compiled again when these facts of a router that it refers to change; a compiler that reads more adds it here.
 *
 * @param name host name
 * @param reference how the language refers to it
 * @param hub true for a hub
 * @param uplinks its WAN interfaces
 * @param localNetworks its local networks
 * @param places its places in clouds
 * @param joined clouds that its text names, sound or not
 */
record RouterFacts(String name, String reference, boolean hub, List<NetworkInterface> uplinks,
        List<LocalNetwork> localNetworks, List<Place> places, List<CloudDeclaration> joined) {

    /** Tunnel address in a cloud and the uplink of the tunnel. */
    record Place(Cloud cloud, InterfaceAddress address, NetworkInterface uplink) {
    }

    static RouterFacts of(RouterSite site) {
        RouterPlan plan = site.plan();
        return new RouterFacts(plan.name(), plan.reference(), plan.isHub(),
                site.uplinks().stream().map(Uplink::networkInterface).toList(),
                site.localNetworks(),
                site.memberships().stream().map(membership -> new Place(membership.cloud().cloud(), membership.address(),
                        membership.uplink().networkInterface())).toList(),
                plan.joins().stream().map(JoinClause::getCloud).filter(Objects::nonNull).toList());
    }
}
