/** Writing device configurations. */
package dmvpn.app.export;
