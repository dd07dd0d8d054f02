/** Routing tables: who owns a route and which one wins. */
package dmvpn.sim.routing;
