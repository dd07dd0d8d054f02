/** Transports between routers, and the local networks behind them. */
package dmvpn.sim.underlay;
