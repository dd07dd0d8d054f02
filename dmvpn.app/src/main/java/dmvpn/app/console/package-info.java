/** Typed commands and their answers. */
package dmvpn.app.console;
