/** ICMP messages (RFC 792) and what hosts and routers do with them. */
package dmvpn.sim.icmp;
