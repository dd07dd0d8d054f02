package dmvpn.dsl.compile;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.TunnelSettings;
import dmvpn.network.address.InterfaceAddress;
import java.util.Optional;

/**
 * A router's place in a cloud.
 *
 * @param join where it is written
 * @param cloud the cloud
 * @param address tunnel address with the overlay's length
 * @param uplink where its encapsulated packets leave
 */
record Membership(JoinClause join, CloudPlan cloud, InterfaceAddress address, Uplink uplink) {

    /** The VRF of the tunnel; empty for the global table. */
    Optional<String> vrf() {
        return Optional.ofNullable(new TunnelSettingsReader(join, cloud.declaration()).owner(TunnelSettings::getVrf).getVrf());
    }
}
