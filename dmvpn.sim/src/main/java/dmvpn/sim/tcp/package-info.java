/** TCP as far as sizes of packets need it: connections, segments, acknowledgements, repetition. */
package dmvpn.sim.tcp;
