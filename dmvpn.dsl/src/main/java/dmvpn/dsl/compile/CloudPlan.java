package dmvpn.dsl.compile;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.Cloud;
import java.util.List;
import java.util.Optional;

/**
 * A cloud with what its tunnels have in common.
 *
 * @param declaration where its tunnel settings are written
 * @param cloud the record of the compiled network
 * @param defaultNetworkId NHRP network-id of tunnels when neither cloud nor join gives one
 * @param phaseOrigin where its phase is written, or the cloud that says nothing of it
 * @param protection protection of its tunnels, empty for none
 * @param routing routing over it, one plan for each clause
 */
record CloudPlan(
        CloudDeclaration declaration,
        Cloud cloud,
        long defaultNetworkId,
        Origin phaseOrigin,
        Optional<Protection> protection,
        List<RoutingPlan> routing) {

    /**
     * Protection of the tunnels of a cloud.
     *
     * @param suite the suite
     * @param origin where the cloud names it
     */
    record Protection(CryptoPlan suite, Origin origin) {
    }
}
