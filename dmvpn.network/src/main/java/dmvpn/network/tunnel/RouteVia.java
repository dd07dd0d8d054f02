package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code tunnel route-via}: the interface that encapsulated packets leave by when several routes are equal.
 *
 * @param interfaceName name of the interface
 * @param mandatory true when packets are dropped rather than sent another way
 * @param origin where it was written
 */
public record RouteVia(String interfaceName, boolean mandatory, Origin origin) {
}
