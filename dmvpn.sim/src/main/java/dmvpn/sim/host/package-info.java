/** Hosts in the local networks behind routers. */
package dmvpn.sim.host;
