/** Where things are drawn: hubs on top, transports as bands, spokes in rows below. */
package dmvpn.diagram.layout;
