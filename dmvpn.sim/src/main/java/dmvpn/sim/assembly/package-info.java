/** Puts a run together: routers as compositions of protocols, hosts, and the networks between them. */
package dmvpn.sim.assembly;
