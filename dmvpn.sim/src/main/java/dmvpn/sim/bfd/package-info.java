/**
 * Bidirectional Forwarding Detection of a router: asynchronous mode over one hop (RFC 5880, RFC 5881) without echo function, demand
 * mode and authentication. Protocols use it through {@link dmvpn.sim.router.NeighborDetection}; it knows none of them.
 *
 * <p>The trace has each packet that says something else than the one before it; those that only repeat it are in captures alone.
 */
package dmvpn.sim.bfd;
