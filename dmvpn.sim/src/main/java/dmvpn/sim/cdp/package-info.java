/**
 * The Cisco Discovery Protocol on tunnels: who is at the other ends, and what another protocol lets it carry. A frame goes out each
 * minute, and at once to whom multicast reaches newly; a neighbour is believed for three minutes.
 */
package dmvpn.sim.cdp;
