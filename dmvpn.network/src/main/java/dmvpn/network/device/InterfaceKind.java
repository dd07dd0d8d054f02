package dmvpn.network.device;

/** What a physical or loopback interface is for. */
public enum InterfaceKind {
    /** Uplink to a transport: carries the encapsulated packets. */
    WAN,
    /** Local network of the site. */
    LAN,
    /** Loopback. */
    LOOPBACK
}
