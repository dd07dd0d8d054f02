/** What the Properties view shows of the diagram. */
package dmvpn.diagram.ui.properties;
