/** The benchmarks: each measure beside its baseline. Not shipped. */
package dmvpn.bench;
