/** A debugger that is worked by typed lines, as on a jump host. */
package dmvpn.app.debug.console;
