/** The debug core: what the debuggers of all faces show and do. */
package dmvpn.app.debug;
