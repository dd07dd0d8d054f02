/** What words and names mean. */
package dmvpn.dsl.ide.hover;
