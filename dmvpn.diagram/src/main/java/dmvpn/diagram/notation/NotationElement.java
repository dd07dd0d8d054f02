package dmvpn.diagram.notation;

/**
 * Everything that a diagram can show: the one list that both diagram engines are held against. An element is a node, a line
 * between nodes, a frame or a mark on one of them, and belongs to a layer.
 */
public enum NotationElement {
    /** A transport, as a cloud or band that uplinks end at. */
    TRANSPORT(Form.NODE, Layer.UNDERLAY),
    /** Two transports between which packets are forwarded. */
    TRANSPORT_LINK(Form.LINE, Layer.UNDERLAY),
    /** An overlay cloud. */
    CLOUD(Form.NODE, Layer.OVERLAY),
    /** A hub. */
    HUB(Form.NODE, Layer.OVERLAY),
    /** A spoke. */
    SPOKE(Form.NODE, Layer.OVERLAY),
    /** A router that is no member of a cloud. */
    PLAIN_ROUTER(Form.NODE, Layer.UNDERLAY),
    /** A family of routers, as a stack. */
    FAMILY(Form.NODE, Layer.OVERLAY),
    /** The number of routers that a stack stands for. */
    FAMILY_COUNT(Form.MARK, Layer.OVERLAY),
    /** A member of a family that matters: an exception, a server, one with a host, one that fails. */
    MEMBER(Form.NODE, Layer.OVERLAY),
    /** The site that a router stands at. */
    SITE(Form.MARK, Layer.UNDERLAY),
    /** A local network of a router. */
    LOCAL_NETWORK(Form.MARK, Layer.UNDERLAY),
    /** A host in a local network. */
    HOST(Form.NODE, Layer.UNDERLAY),
    /** A router's uplink to a transport. */
    WAN_ATTACHMENT(Form.LINE, Layer.UNDERLAY),
    /** Translation of the address of an uplink: one to one. */
    NAT(Form.MARK, Layer.UNDERLAY),
    /** Translation of the address of an uplink that several share. */
    PAT(Form.MARK, Layer.UNDERLAY),
    /** What is blocked in front of an uplink. */
    FIREWALL(Form.MARK, Layer.UNDERLAY),
    /** A tunnel to one peer, as spokes of Phase 1 have it. */
    POINT_TO_POINT_TUNNEL(Form.LINE, Layer.OVERLAY),
    /** A multipoint tunnel. */
    MULTIPOINT_TUNNEL(Form.LINE, Layer.OVERLAY),
    /** A tunnel of a cloud that stands in for another. */
    BACKUP_TUNNEL(Form.LINE, Layer.OVERLAY),
    /** A tunnel without IPsec. */
    UNPROTECTED_TUNNEL(Form.LINE, Layer.IPSEC),
    /** Who registers with whom: the head of a tunnel's line, with priority and cluster. */
    NEXT_HOP_SERVER(Form.MARK, Layer.OVERLAY),
    /** A cloud that stands in for another when that fails. */
    BACKUP_FOR(Form.LINE, Layer.OVERLAY),
    /** A cloud whose routes are preferred to those of another. */
    PREFERRED_OVER(Form.LINE, Layer.OVERLAY),
    /** The crypto suite of a cloud. */
    PROTECTION(Form.MARK, Layer.IPSEC),
    /** The routing protocol of a cloud. */
    ROUTING(Form.MARK, Layer.ROUTING),
    /** Addresses of a node. */
    ADDRESS(Form.MARK, Layer.ADDRESSES),
    /** A problem that a rule found at a node or line. */
    PROBLEM(Form.MARK, Layer.UNDERLAY);

    /** What an element of the notation is on paper. */
    public enum Form {
        /** Something with a place of its own. */
        NODE,
        /** A line between nodes. */
        LINE,
        /** A text, badge or symbol at a node or line. */
        MARK
    }

    private final Form form;
    private final Layer layer;

    NotationElement(Form form, Layer layer) {
        this.form = form;
        this.layer = layer;
    }

    /** What it is on paper. */
    public Form form() {
        return form;
    }

    /** The layer that it belongs to; problems are shown with every layer. */
    public Layer layer() {
        return layer;
    }
}
