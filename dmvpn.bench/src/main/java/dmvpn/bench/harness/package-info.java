/** How measures are run, judged and kept. */
package dmvpn.bench.harness;
