/** The server of diagrams that are edited: what a page in a browser or in the IDE shows, and what becomes of edits there. */
package dmvpn.diagram.glsp;
