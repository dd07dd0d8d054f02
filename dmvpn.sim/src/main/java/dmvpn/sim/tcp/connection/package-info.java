/** TCP of a router (RFC 9293): connections that carry messages of a protocol, with repetition, order and an end. */
package dmvpn.sim.tcp.connection;
