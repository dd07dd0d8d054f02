/** Measures of whole runs: one hub and many spokes. */
package dmvpn.bench.simulation;
