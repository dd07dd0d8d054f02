/** What there is to say about an element of a diagram, in words, and which of it can be changed in its place. */
package dmvpn.diagram.properties;
