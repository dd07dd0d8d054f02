/** Pictures of placed diagrams. */
package dmvpn.diagram.svg;
