/** Expressions over the state of a debugged run: what a watch shows and a condition asks. */
package dmvpn.app.debug.watch;
