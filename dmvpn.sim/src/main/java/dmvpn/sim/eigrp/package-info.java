/**
 * EIGRP of a router: neighbours, reliable updates, DUAL, stub and summary (RFC 7868).
 *
 * <p>Hellos that keep a neighbour alive are not recorded one by one: the trace has the first hello of a neighbour, hellos
 * that are sent out of turn, and the expiry of a hold timer. Captures hold all of them.
 */
package dmvpn.sim.eigrp;
