/** Rules on NHRP settings. */
package dmvpn.network.rules.nhrp;
