/**
 * On-demand routing (Cisco, "Configuring On-Demand Routing"): stub routers tell the networks that they are connected to in CDP, and a hub
 * tells them a default route. It has no messages and no neighbours of its own.
 */
package dmvpn.sim.odr;
