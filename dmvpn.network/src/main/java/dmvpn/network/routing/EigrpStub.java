package dmvpn.network.routing;

/**
 * {@code eigrp stub}: which of its routes a stub router announces (RFC 7868 section 5.8).
 *
 * @param connected connected routes
 * @param summary summary routes
 */
public record EigrpStub(boolean connected, boolean summary) {
}
