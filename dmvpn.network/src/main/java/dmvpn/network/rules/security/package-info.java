/** Rules on IKE, IPsec and tunnel protection. */
package dmvpn.network.rules.security;
