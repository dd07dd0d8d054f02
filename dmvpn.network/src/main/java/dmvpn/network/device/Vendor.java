package dmvpn.network.device;

/** Whose operating system a device runs. */
public enum Vendor {
    /** Cisco IOS-XE and its predecessors. */
    CISCO_IOS_XE("cisco-iosxe"),
    /** FRRouting with strongSwan on Linux. */
    FRR("frr");

    private final String keyword;

    Vendor(String keyword) {
        this.keyword = keyword;
    }

    /** The name in models and on the command line. */
    public String keyword() {
        return keyword;
    }
}
