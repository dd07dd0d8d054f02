/** From a changed model to the few replacements that make its text say the same. */
package dmvpn.diagram.text;
