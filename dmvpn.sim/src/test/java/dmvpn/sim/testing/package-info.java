/** Hand-written stand-ins with which a protocol is tested alone, and a builder for small networks. */
package dmvpn.sim.testing;
