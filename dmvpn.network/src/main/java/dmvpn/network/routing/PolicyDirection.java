package dmvpn.network.routing;

/** Which routes a policy looks at. */
public enum PolicyDirection {
    /** Those that neighbours announce. */
    IN,
    /** Those that are announced to neighbours. */
    OUT
}
