/** Which routers exchange packets with which, as far as tables and tunnels allow. */
package dmvpn.network.rules.domains;
