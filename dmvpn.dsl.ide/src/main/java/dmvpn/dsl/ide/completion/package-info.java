/** What may be written at a position. */
package dmvpn.dsl.ide.completion;
