/** Certificates of routers, as long and as readable as real ones (RFC 5280). */
package dmvpn.sim.ike.certificate;
