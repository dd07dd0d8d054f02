/** Loading models without an editor. */
package dmvpn.dsl.load;
