/** The list of all rules on the network. */
package dmvpn.network.rules.catalogue;
