/** The rule catalogue and the rules that are checked on the compiled network. */
package dmvpn.network.rules;
