/** Named values with parts, as debuggers show them. */
package dmvpn.app.debug.value;
