/** What an editor can fold away. */
package dmvpn.dsl.ide.folding;
