/** The simulator: one run of a network as a session that is stepped, inspected and judged. */
package dmvpn.sim;
