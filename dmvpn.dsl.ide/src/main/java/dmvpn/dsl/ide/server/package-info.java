/** The language server: documents and requests of an editor. */
package dmvpn.dsl.ide.server;
