/** Packets and link-state advertisements of OSPF version 2 and their bytes (RFC 2328 appendix A). */
package dmvpn.sim.ospf.message;
