/** Faults of the settings that all members of a cloud share. */
package dmvpn.network.rules.cloudwide;
