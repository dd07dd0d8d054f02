/** Tables of a running router, as text and as data. */
package dmvpn.sim.show;
