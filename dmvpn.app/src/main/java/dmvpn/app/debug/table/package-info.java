/** Tables of a router at an instant, with what differs from another instant. */
package dmvpn.app.debug.table;
