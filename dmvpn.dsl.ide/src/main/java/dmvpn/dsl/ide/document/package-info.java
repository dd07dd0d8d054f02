/** Open documents: text, lines and live model. */
package dmvpn.dsl.ide.document;
