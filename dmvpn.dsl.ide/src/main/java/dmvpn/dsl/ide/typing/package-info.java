/** What an editor asks while somebody types: what surrounds the caret, and which brackets have their partner. */
package dmvpn.dsl.ide.typing;
