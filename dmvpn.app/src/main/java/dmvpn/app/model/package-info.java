/** Finding models and reading them. */
package dmvpn.app.model;
