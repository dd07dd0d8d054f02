/**
 * NHRP of a router: registration, resolution, redirect and shortcut, expiry and purge (RFC 2332 with the extensions that
 * Cisco IOS-XE and FRRouting use).
 */
package dmvpn.sim.nhrp;
