/**
 * Runs a network on FRRouting as well and compares routing tables: an independent judge of what the simulator computes. See
 * {@link dmvpn.app.oracle.Lab} for how a test is written.
 */
package dmvpn.app.oracle;
