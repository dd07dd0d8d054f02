/** What OSPF makes of its databases: shortest paths and the routing table (RFC 2328 section 16). */
package dmvpn.sim.ospf.spf;
