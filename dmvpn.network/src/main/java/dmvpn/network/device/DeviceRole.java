package dmvpn.network.device;

/** What a device is in its DMVPN clouds. The tunnels decide behaviour; the role is what people call the device. */
public enum DeviceRole {
    /** Next-hop server of at least one cloud. */
    HUB,
    /** Next-hop client only. */
    SPOKE,
    /** Member of no cloud. */
    ROUTER
}
