/** What Eclipse Sirius is told, where it is installed. */
package dmvpn.diagram.ui.sirius;
