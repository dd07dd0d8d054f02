/** Checking a file: all rules, those on the text and those on what it means, once for each revision. */
package dmvpn.dsl.validation;
