/** Edits of diagrams, by example and at random. */
package dmvpn.diagram.edit;
