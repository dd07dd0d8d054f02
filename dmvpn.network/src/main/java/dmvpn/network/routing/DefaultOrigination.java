package dmvpn.network.routing;

import dmvpn.network.origin.Origin;

/**
 * A process announces a default route, whether or not the router has one.
 *
 * @param origin where it was written
 */
public record DefaultOrigination(Origin origin) {
}
