/** Rules on tunnel, NBMA and local addresses. */
package dmvpn.network.rules.addressing;
