/** Rules on the three designs of DMVPN. */
package dmvpn.network.rules.phases;
