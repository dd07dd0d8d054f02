/** Rules on GRE keys. */
package dmvpn.network.rules.keys;
