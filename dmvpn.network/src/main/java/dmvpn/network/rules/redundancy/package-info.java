/** Rules on several hubs and clouds. */
package dmvpn.network.rules.redundancy;
