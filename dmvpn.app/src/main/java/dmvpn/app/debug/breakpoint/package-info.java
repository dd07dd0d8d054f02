/** Where a debugged run stops: lines of the model, events, changes of state, instants, expectations that are not met. */
package dmvpn.app.debug.breakpoint;
