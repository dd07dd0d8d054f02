package dmvpn.dsl.compile;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.network.tunnel.Cloud;
import java.util.Optional;

/**
 * A cloud with what its tunnels have in common.
 *
 * @param declaration where its tunnel settings are written
 * @param cloud the record of the compiled network
 * @param defaultNetworkId NHRP network-id of tunnels when neither cloud nor join gives one
 * @param crypto protection of its tunnels, empty for none
 * @param routing routing over it, empty for none
 */
record CloudPlan(
        CloudDeclaration declaration,
        Cloud cloud,
        long defaultNetworkId,
        Optional<CryptoPlan> crypto,
        Optional<RoutingPlan> routing) {
}
