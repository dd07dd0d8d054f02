/**
 * RIP version 2 of a router (RFC 2453): updates and requests, the database of routes with its timers, split horizon, triggered
 * updates, summaries. What IOS and FRRouting do differently is in {@link dmvpn.sim.rip.RipBehaviour}.
 *
 * <p>The trace has every message; updates that say nothing new are keep-alives there. What they bring about is an event of its own.
 */
package dmvpn.sim.rip;
