/** Files with values of secrets, which stay out of version control. */
package dmvpn.app.secrets;
