package dmvpn.network.routing;

import dmvpn.network.origin.Origin;

/**
 * {@code eigrp stub}: which of its routes a stub router announces (RFC 7868 section 5.8).
 *
 * @param connected connected routes
 * @param summary summary routes
 * @param origin where it was written
 */
public record EigrpStub(boolean connected, boolean summary, Origin origin) {
}
