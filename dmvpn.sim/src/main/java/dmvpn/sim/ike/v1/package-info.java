/** IKEv1: main, aggressive and quick mode (RFC 2409). */
package dmvpn.sim.ike.v1;
