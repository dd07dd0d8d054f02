/** Names of elements for Xtext's index, outline and rename. */
package dmvpn.dsl.naming;
