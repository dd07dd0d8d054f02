/** JSON: a small writer, and the trace as lines of JSON. */
package dmvpn.sim.trace.json;
