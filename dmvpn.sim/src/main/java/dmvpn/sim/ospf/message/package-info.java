/** Packets and link-state advertisements of OSPF versions 2 and 3 and their bytes (RFC 2328 and RFC 5340, appendix A). */
package dmvpn.sim.ospf.message;
