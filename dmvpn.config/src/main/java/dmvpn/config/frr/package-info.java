/** Configurations of FRRouting: one {@code frr.conf} for all of its daemons. */
package dmvpn.config.frr;
