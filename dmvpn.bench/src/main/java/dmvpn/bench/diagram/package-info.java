/** Diagrams: placing them, and making edits of them. */
package dmvpn.bench.diagram;
