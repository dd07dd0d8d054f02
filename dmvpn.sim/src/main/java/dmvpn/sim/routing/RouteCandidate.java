package dmvpn.sim.routing;

/**
 * A candidate of the routing table and what became of it.
 *
 * @param route the candidate
 * @param best true when it is used
 * @param reason why it lost, for people; empty when it is used
 */
public record RouteCandidate(Route route, boolean best, String reason) {
}
