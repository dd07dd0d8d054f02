/** Typed packets: what all layers share. Each protocol has its own packets in its own package. */
package dmvpn.sim.packet;
