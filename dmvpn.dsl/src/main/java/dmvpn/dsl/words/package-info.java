/** The words of the language: which settings a block knows, and which word is meant by a misspelt one. */
package dmvpn.dsl.words;
