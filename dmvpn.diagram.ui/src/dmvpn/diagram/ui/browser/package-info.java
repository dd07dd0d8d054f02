/** The page of the diagram in the browser widget. */
package dmvpn.diagram.ui.browser;
