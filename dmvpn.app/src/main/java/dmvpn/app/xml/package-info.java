/** Writing XML. */
package dmvpn.app.xml;
