/** The text of an editor as the document behind a diagram. */
package dmvpn.diagram.ui.document;
