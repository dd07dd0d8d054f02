/** Writing what crosses the wire to captures. */
package dmvpn.app.capture;
