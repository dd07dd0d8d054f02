/** Rules on quality of service for single tunnels. */
package dmvpn.network.rules.qos;
