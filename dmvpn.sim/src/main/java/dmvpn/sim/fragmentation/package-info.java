/** Cutting IP packets that are larger than a link, and putting them together again. */
package dmvpn.sim.fragmentation;
