/** Where the elements of a model are written. */
package dmvpn.dsl.origins;
