/** ESP and the security associations that protect tunnels. */
package dmvpn.sim.ipsec;
