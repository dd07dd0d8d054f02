/** Rules on the way between tunnels and transports. */
package dmvpn.network.rules.underlay;
