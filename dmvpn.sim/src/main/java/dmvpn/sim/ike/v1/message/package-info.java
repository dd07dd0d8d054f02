/** ISAKMP messages of IKEv1 (RFC 2407, RFC 2408, RFC 2409). */
package dmvpn.sim.ike.v1.message;
