package dmvpn.sim.tcp.connection;

import java.util.Optional;

/** Decides who may connect to a port. */
@FunctionalInterface
public interface TcpListener {

    /**
     * Somebody asks for a connection.
     *
     * @return who takes it and with which TTL, empty to refuse it
     */
    Optional<Acceptance> accept(TcpEndpoints endpoints);

    /** What segments of a peer are signed with, and the own ones; empty for none. */
    default Optional<TcpKey> keyFor(TcpEndpoints endpoints) {
        return Optional.empty();
    }

    /**
     * What becomes of a connection that somebody asks for.
     *
     * @param user who has it
     * @param timeToLive TTL of the packets of this end, 1 to 255
     */
    record Acceptance(TcpUser user, int timeToLive) {
    }
}
