/** IKE and IPsec configuration. */
package dmvpn.network.crypto;
