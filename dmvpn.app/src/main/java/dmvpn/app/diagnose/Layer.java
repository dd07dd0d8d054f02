package dmvpn.app.diagnose;

/** Layers in the order in which they are looked at: each stands on those before it. */
public enum Layer {
    /** Power, interfaces and the way through the transport. */
    PHYSICAL("physical"),
    /** IKE and IPsec security associations. */
    IPSEC("IPsec"),
    /** The tunnel and the registration. */
    NHRP("GRE/NHRP"),
    /** Neighbours and routes. */
    ROUTING("routing"),
    /** Packets that are larger than the way takes: small ones pass, and everything above looks well. */
    PACKET_SIZE("packet size");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    /** The layer for people. */
    public String title() {
        return title;
    }
}
