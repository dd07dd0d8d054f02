/** Our own SVG pictures as pixels and as pages: without a display, and without a library that knows all of SVG. */
package dmvpn.app.draw.paint;
