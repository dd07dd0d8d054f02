package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What few peerings say (Cisco IOS IP Routing: BGP Command Reference).
 *
 * @param updateSource interface whose address the session has ({@code update-source}); empty for the one that leads to the
 *        neighbour
 * @param multihop hops that a neighbour in another autonomous system may be away ({@code ebgp-multihop}), 1 to 255; empty for
 *        one on a connected network
 * @param passive true when the neighbour has to ask for the connection ({@code transport connection-mode passive})
 * @param sendCommunity true when communities are announced ({@code send-community})
 * @param nextHopUnchanged true when a neighbour in another autonomous system gets next hops as they are
 *        ({@code next-hop-unchanged})
 * @param removePrivateAutonomousSystems true when private numbers are taken out of announced paths ({@code remove-private-as})
 * @param origin where it is said
 */
public record BgpPeeringOptions(Optional<String> updateSource, OptionalInt multihop, boolean passive, boolean sendCommunity,
        boolean nextHopUnchanged, boolean removePrivateAutonomousSystems, Origin origin) {

    /** Nothing of it. */
    public static final BgpPeeringOptions NONE =
            new BgpPeeringOptions(Optional.empty(), OptionalInt.empty(), false, false, false, false,
                    Origin.NONE);
}
