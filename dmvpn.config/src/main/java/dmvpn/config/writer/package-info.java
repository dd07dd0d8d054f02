/** What every writer of device configurations has in common. */
package dmvpn.config.writer;
