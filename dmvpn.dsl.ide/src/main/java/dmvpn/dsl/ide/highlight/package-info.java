/** Colouring. */
package dmvpn.dsl.ide.highlight;
