/** Rules on clouds that back up another network. */
package dmvpn.network.rules.backup;
