package dmvpn.sim.bgp;

/** States of a session (RFC 4271 section 8.2.2), in the order in which they come. */
enum PeerState {
    /** Nothing is tried. */
    IDLE("Idle"),
    /** Waits to be connected to, or to try again. */
    ACTIVE("Active"),
    /** Asks for a connection. */
    CONNECT("Connect"),
    /** The own OPEN is sent. */
    OPEN_SENT("OpenSent"),
    /** The other OPEN was good; its KEEPALIVE is awaited. */
    OPEN_CONFIRM("OpenConfirm"),
    /** Routes are exchanged. */
    ESTABLISHED("Established");

    private final String title;

    PeerState(String title) {
        this.title = title;
    }

    /** As IOS writes it. */
    String title() {
        return title;
    }
}
