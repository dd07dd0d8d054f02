/** Scenarios: actions on a timeline and expectations of the run. */
package dmvpn.network.scenario;
