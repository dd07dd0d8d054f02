/** BFD Control packets (RFC 5880 section 4) and their wire format. */
package dmvpn.sim.bfd.message;
