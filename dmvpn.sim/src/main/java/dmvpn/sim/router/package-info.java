/** A router as a composition of protocols: interfaces, IP, and what protocols may use. */
package dmvpn.sim.router;
