/** GRE tunnel interfaces: encapsulation, demultiplexing, and what they need of NHRP and IPsec. */
package dmvpn.sim.tunnel;
