/** IKEv2: how two routers agree on security associations (RFC 7296), and what IKEv1 shares with it. */
package dmvpn.sim.ike;
