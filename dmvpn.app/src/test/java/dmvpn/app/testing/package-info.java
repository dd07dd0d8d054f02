/** What tests of services share. */
package dmvpn.app.testing;
