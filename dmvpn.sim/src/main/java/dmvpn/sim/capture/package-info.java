/** Captures of a run as pcapng files, and the keys with which Wireshark looks inside. */
package dmvpn.sim.capture;
