package dmvpn.network.crypto;

/** What ESP protects (RFC 4301 section 3.2). */
public enum EncapsulationMode {
    /** The payload of the IP packet. */
    TRANSPORT,
    /** The whole IP packet, behind a new header. */
    TUNNEL
}
