/** Measures of short commands. */
package dmvpn.bench.startup;
