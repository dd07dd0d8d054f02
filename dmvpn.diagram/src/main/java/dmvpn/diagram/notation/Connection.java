package dmvpn.diagram.notation;

import java.util.List;

/** A line between two nodes. */
public sealed interface Connection {

    /** Stable identifier. */
    String id();

    /** Identifier of the node that the line starts at. */
    String source();

    /** Identifier of the node that the line ends at. */
    String target();

    /** What the line means, for people. */
    String description();

    /** What the line is in the notation. */
    NotationElement element();

    /**
     * A WAN interface of a router and the transport that it is attached to.
     *
     * @param id stable identifier
     * @param source router
     * @param target transport
     * @param description what the line means
     * @param gates what stands between them, from the router on
     */
    record WanAttachment(String id, String source, String target, String description, List<Gate> gates) implements Connection {

        /** Keeps an immutable copy of the list. */
        public WanAttachment {
            gates = List.copyOf(gates);
        }

        /** With nothing in between. */
        public WanAttachment(String id, String source, String target, String description) {
            this(id, source, target, description, List.of());
        }

        @Override
        public NotationElement element() {
            return NotationElement.WAN_ATTACHMENT;
        }
    }

    /**
     * A tunnel from a next-hop client to the server that it registers with.
     *
     * @param id stable identifier
     * @param source client
     * @param target server
     * @param cloud identifier of the cloud
     * @param description what the line means
     * @param kind what it is drawn as
     * @param isProtected true when IPsec protects it, or when nobody wants to see whether it does
     */
    record Tunnel(String id, String source, String target, String cloud, String description, TunnelKind kind, boolean isProtected)
            implements Connection {

        /** A protected multipoint tunnel. */
        public Tunnel(String id, String source, String target, String cloud, String description) {
            this(id, source, target, cloud, description, TunnelKind.MULTIPOINT, true);
        }

        @Override
        public NotationElement element() {
            return isProtected ? kind.element() : NotationElement.UNPROTECTED_TUNNEL;
        }
    }

    /**
     * Two clouds one of which comes first.
     *
     * @param id stable identifier
     * @param source the cloud that says so
     * @param target the other cloud
     * @param element {@link NotationElement#BACKUP_FOR} or {@link NotationElement#PREFERRED_OVER}
     * @param description what the line means
     */
    record CloudRelation(String id, String source, String target, NotationElement element, String description)
            implements Connection {
    }

    /**
     * Two transports between which packets are forwarded.
     *
     * @param id stable identifier
     * @param source the transport that says so
     * @param target the other transport
     * @param description what the line means
     */
    record TransportLink(String id, String source, String target, String description) implements Connection {

        @Override
        public NotationElement element() {
            return NotationElement.TRANSPORT_LINK;
        }
    }
}
