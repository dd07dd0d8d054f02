/** Giving an element another name, everywhere at once. */
package dmvpn.dsl.ide.rename;
