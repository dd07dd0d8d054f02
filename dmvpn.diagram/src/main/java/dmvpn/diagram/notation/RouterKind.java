package dmvpn.diagram.notation;

/** What a router is drawn as. */
public enum RouterKind {
    /** In the core, above the transports. */
    HUB,
    /** In the rows below the transports. */
    SPOKE,
    /** Beside the core: no member of a cloud. */
    ROUTER
}
