/** The diagram of a model as an editor of its file. */
package dmvpn.diagram.ui.editor;
