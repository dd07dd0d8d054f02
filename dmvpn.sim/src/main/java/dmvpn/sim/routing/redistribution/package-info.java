/** Routes of other owners that a routing protocol announces as its own. */
package dmvpn.sim.routing.redistribution;
