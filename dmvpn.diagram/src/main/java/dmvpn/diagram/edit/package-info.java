/** What each edit of a diagram does to the model, and the text edits that do the same to the file. */
package dmvpn.diagram.edit;
