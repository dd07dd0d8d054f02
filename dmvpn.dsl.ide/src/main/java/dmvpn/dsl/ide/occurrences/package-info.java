/** Where a name is declared and where it is used. */
package dmvpn.dsl.ide.occurrences;
