/** Ways to the diagram from elsewhere in the workbench. */
package dmvpn.diagram.ui.open;
