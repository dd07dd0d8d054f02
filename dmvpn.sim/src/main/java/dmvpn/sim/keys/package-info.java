/** Keys and other secrets of a run, all derived from its seed. */
package dmvpn.sim.keys;
