/** The problems of a document. */
package dmvpn.dsl.ide.diagnostics;
