/**
 * EIGRP of a router: neighbours, reliable updates, DUAL, stub and summary (RFC 7868).
 *
 * <p>The trace has every hello and acknowledgement; as they say nothing new for as long as all is well, they are
 * keep-alives there. What they bring about (a neighbour discovered, up or down) is an event of its own, and so is a hello
 * that is sent out of turn.
 */
package dmvpn.sim.eigrp;
