/** NHRP messages (RFC 2332) with the extensions that routers add, and their wire format. */
package dmvpn.sim.nhrp.message;
