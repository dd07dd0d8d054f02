/**
 * OSPF version 2 of a router (RFC 2328, RFC 3101 for not-so-stubby areas, RFC 3509 for border routers as Cisco's are).
 *
 * <p>Hellos and acknowledgments are keep-alives of the trace; what they bring about is an event of its own.
 */
package dmvpn.sim.ospf;
