package dmvpn.network.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;

/**
 * Neighbours that a BGP speaker accepts without configuring each ({@code bgp listen range}).
 *
 * @param range addresses that may connect
 * @param peerGroup name of the group that they are in, unique in the process
 * @param peering what is said about all of them
 * @param origin where it was written
 */
public record BgpListenRange(IpPrefix range, String peerGroup, BgpPeering peering, Origin origin) {

    /** Most autonomous systems of one group beside the first ({@code alternate-as}; Cisco, BGP Dynamic Neighbors). */
    public static final int MOST_ALTERNATE_AUTONOMOUS_SYSTEMS = 5;

    /** Most neighbours of all ranges of a router unless it says otherwise (Cisco, BGP Dynamic Neighbors; FRRouting has the same). */
    public static final int DEFAULT_LIMIT = 100;

    /** Most neighbours of all ranges that a router can be told to take (Cisco IOS command reference, bgp listen). */
    public static final int HIGHEST_LIMIT = 5000;
}
