/** What people read about a rule: its page, the link to it, and the text beside a finding. */
package dmvpn.dsl.ide.rules;
