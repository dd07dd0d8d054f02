/** Printing of models. */
package dmvpn.dsl.serializer;
