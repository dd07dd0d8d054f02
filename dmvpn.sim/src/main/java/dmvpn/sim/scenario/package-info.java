/** Scenarios: actions on a timeline, and verdicts on what is expected of the run. */
package dmvpn.sim.scenario;
