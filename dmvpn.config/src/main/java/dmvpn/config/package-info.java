/** Device configurations as text: where to find the writer of a vendor. */
package dmvpn.config;
