/** The link-state database of OSPF (RFC 2328 section 12.2). */
package dmvpn.sim.ospf.database;
