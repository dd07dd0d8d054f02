/** Transports and hosts: everything between and behind the routers. */
package dmvpn.network.underlay;
