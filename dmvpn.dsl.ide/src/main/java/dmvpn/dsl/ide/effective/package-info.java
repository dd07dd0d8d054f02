/** What the settings of a text come to in the compiled network, and who says so. */
package dmvpn.dsl.ide.effective;
