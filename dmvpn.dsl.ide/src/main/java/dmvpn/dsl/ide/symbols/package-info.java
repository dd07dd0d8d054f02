/** The elements of a document as a tree. */
package dmvpn.dsl.ide.symbols;
