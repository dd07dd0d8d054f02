/** Rules on routing over the tunnels. */
package dmvpn.network.rules.routing;
