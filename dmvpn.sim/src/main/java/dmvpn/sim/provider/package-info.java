/** The provider of an MPLS/VPN as routers: edges that speak the customers' protocols, and a core that tells edges of each other. */
package dmvpn.sim.provider;
