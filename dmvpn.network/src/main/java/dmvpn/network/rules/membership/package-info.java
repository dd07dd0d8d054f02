/** Views of the network that several rules share: members of clouds and who registers with whom. */
package dmvpn.network.rules.membership;
