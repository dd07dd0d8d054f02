/** How faithful the simulator is: a catalogue of what the standards demand, and the tests that show it. */
package dmvpn.sim.fidelity;
