/** The discrete-event kernel: knows time and order, and no protocol. */
package dmvpn.sim.kernel;
