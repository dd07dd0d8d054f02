/** The rule catalogue for people. */
package dmvpn.app.rules;
