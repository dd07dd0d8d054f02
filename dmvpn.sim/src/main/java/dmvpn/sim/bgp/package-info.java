/**
 * BGP-4 (RFC 4271): sessions over the router's own TCP, routes of neighbours and of the router itself, the choice among them,
 * and what is announced to whom.
 */
package dmvpn.sim.bgp;
