/** Serving the language to editors outside of this process. */
package dmvpn.app.language;
