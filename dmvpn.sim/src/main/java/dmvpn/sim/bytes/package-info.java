/** How numbers lie in the compact memory of traces and snapshots. */
package dmvpn.sim.bytes;
