/** What would have been: a debugged run with a change, beside the one without it. */
package dmvpn.app.debug.branch;
