/** Colouring by meaning. */
package dmvpn.dsl.ide.semantic;
