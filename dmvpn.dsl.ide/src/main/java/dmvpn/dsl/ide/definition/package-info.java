/** Where names are declared. */
package dmvpn.dsl.ide.definition;
