/** Rules on routers with FRR and strongSwan. */
package dmvpn.network.rules.frr;
