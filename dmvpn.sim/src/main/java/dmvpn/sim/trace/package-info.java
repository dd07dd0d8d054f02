/** The trace: what happened in a run, why, and where it was configured. */
package dmvpn.sim.trace;
