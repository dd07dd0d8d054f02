/** Checking models. */
package dmvpn.app.check;
