/** IKEv2 messages (RFC 7296) and their wire format. */
package dmvpn.sim.ike.message;
