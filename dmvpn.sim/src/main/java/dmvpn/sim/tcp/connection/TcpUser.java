package dmvpn.sim.tcp.connection;

import dmvpn.sim.packet.Packet;

/** A protocol that has a connection. None of these is called after the user closed or aborted it. */
public interface TcpUser {

    /** Somebody else's request is answered with this connection; nothing may be sent yet. */
    void accepted(TcpConnection connection);

    /** Both ends know of the connection: messages may be sent. */
    void established(TcpConnection connection);

    /** A message arrived, whole and in order. */
    void received(TcpConnection connection, Packet message);

    /**
     * The connection is gone, or the other end has nothing more to say.
     *
     * @param reason why, for people
     */
    void closed(TcpConnection connection, String reason);
}
