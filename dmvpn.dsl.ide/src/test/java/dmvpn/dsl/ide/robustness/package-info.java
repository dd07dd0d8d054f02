/** Whatever is done to an open document, every service of the language goes on answering. */
package dmvpn.dsl.ide.robustness;
