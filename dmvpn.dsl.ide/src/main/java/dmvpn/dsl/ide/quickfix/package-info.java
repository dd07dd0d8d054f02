/** Text edits that mend problems. */
package dmvpn.dsl.ide.quickfix;
