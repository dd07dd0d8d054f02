/** What is drawn of a model: nodes, connections and their labels, without places. */
package dmvpn.diagram.notation;
