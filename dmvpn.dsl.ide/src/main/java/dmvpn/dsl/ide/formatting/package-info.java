/** Laying a text out: indentation, line ends and the space between words, without a word gained or lost. */
package dmvpn.dsl.ide.formatting;
