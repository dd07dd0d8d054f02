/** IKEv2: how two routers agree on security associations (RFC 7296). */
package dmvpn.sim.ike;
