/** What a selection grows to, and what counts as one word. */
package dmvpn.dsl.ide.selection;
