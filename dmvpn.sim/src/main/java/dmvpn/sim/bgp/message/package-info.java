/** Messages of BGP-4 (RFC 4271 section 4) and their bytes. */
package dmvpn.sim.bgp.message;
