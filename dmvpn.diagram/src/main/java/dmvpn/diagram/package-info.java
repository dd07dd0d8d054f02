/** Pictures of models: notation, layout and SVG. */
package dmvpn.diagram;
