package dmvpn.dsl.compile;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A router with its interfaces and memberships: what other routers need to know to refer to it.
 *
 * @param plan its clauses
 * @param platform its platform
 * @param uplinks WAN interfaces
 * @param localNetworks LAN interfaces
 * @param loopbacks loopback interfaces
 * @param memberships clouds that it is in
 */
record RouterSite(
        RouterPlan plan,
        Platform platform,
        List<Uplink> uplinks,
        List<LocalNetwork> localNetworks,
        List<NetworkInterface> loopbacks,
        List<Membership> memberships) {

    /** Its place in a cloud. */
    Optional<Membership> membershipIn(CloudPlan cloud) {
        return memberships.stream().filter(membership -> membership.cloud() == cloud).findFirst();
    }
}
