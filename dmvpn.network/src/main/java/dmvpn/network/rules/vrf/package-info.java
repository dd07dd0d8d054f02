/** Rules on several routing tables in one router. */
package dmvpn.network.rules.vrf;
