/** From the model of a text to the compiled network: the one reading that everything else shares. */
package dmvpn.dsl.compile;
