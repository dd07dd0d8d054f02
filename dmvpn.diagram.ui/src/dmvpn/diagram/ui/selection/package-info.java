/** What is selected in the diagram, for the rest of the workbench. */
package dmvpn.diagram.ui.selection;
