package dmvpn.network.forwarding;

import dmvpn.network.origin.Origin;

/**
 * {@code set ip df 0}: packets that arrive on an interface may be fragmented whatever their sender wants (Cisco IOS IP Routing:
 * Protocol-Independent Command Reference).
 *
 * @param interfaceName the interface
 * @param origin where it was written
 */
public record ClearedDontFragment(String interfaceName, Origin origin) {
}
