/** Reading tokens and explaining what the parser could not read. */
package dmvpn.dsl.syntax;
