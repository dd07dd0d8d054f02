/** Static routes and routing protocols of a device. */
package dmvpn.network.routing;
