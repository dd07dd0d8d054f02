/** Rules on packet sizes. */
package dmvpn.network.rules.mtu;
