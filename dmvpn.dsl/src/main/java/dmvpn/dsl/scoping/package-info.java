/** Which elements a reference may name. */
package dmvpn.dsl.scoping;
