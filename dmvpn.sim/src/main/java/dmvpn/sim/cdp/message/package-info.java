/** Frames of the Cisco Discovery Protocol, version 2, and their wire format. */
package dmvpn.sim.cdp.message;
