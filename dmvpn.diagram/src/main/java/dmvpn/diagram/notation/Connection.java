package dmvpn.diagram.notation;

/** A line between two nodes. */
public sealed interface Connection {

    /** Stable identifier. */
    String id();

    /** Identifier of the router that the line starts at. */
    String source();

    /** Identifier of the node that the line ends at. */
    String target();

    /** What the line means, for people. */
    String description();

    /**
     * A WAN interface of a router and the transport that it is attached to.
     *
     * @param id stable identifier
     * @param source router
     * @param target transport
     * @param description what the line means
     */
    record WanAttachment(String id, String source, String target, String description) implements Connection {
    }

    /**
     * A tunnel from a next-hop client to the server that it registers with.
     *
     * @param id stable identifier
     * @param source client
     * @param target server
     * @param cloud identifier of the cloud
     * @param description what the line means
     */
    record Tunnel(String id, String source, String target, String cloud, String description) implements Connection {
    }
}
