/** Who is called what: the names of a model, as tables that are built once for each revision of its text. */
package dmvpn.dsl.names;
