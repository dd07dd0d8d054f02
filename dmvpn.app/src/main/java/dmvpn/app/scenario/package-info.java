/** Running scenarios: verdicts for people and as JUnit XML. */
package dmvpn.app.scenario;
