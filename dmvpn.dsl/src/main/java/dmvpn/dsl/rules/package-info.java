/** The rules on the text of a model; rules on what the text means live with the compiled network. */
package dmvpn.dsl.rules;
