/** What must hold in every run, whatever the network: checked while it runs, so that a defect of the simulator shows at once. */
package dmvpn.sim.invariant;
