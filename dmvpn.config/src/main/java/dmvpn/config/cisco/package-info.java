/** Configurations of Cisco IOS-XE. */
package dmvpn.config.cisco;
