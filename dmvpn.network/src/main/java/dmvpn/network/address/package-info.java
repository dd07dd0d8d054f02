/** IP addresses and prefixes of both families as immutable values. */
package dmvpn.network.address;
