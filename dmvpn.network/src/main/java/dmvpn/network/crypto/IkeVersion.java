package dmvpn.network.crypto;

/** Which key exchange protocol. */
public enum IkeVersion {
    /** RFC 2409. */
    IKEV1,
    /** RFC 7296. */
    IKEV2
}
