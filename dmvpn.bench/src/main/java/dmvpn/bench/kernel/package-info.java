/** Measures of the event kernel. */
package dmvpn.bench.kernel;
