/** Keeps the state of a run at an instant, and puts the run back to it. */
package dmvpn.sim.snapshot;
