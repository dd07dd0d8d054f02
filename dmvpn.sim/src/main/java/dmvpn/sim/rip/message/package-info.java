/** Messages of RIP version 2 (RFC 2453 section 4) and their wire format. */
package dmvpn.sim.rip.message;
