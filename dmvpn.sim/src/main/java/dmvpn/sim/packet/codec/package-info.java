/** Bytes of packets: the parts that all codecs share, and the codecs of IP and UDP. */
package dmvpn.sim.packet.codec;
