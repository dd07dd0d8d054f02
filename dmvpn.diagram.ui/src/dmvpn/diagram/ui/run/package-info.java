/** The diagram as a view on the time cursor of the workbench. */
package dmvpn.diagram.ui.run;
