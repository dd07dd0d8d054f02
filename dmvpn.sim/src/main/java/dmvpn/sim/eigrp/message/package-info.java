/** EIGRP packets (RFC 7868 section 6) and their wire format. */
package dmvpn.sim.eigrp.message;
