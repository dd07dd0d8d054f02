/** Tunnel interfaces, NHRP settings and the clouds that they form. */
package dmvpn.network.tunnel;
