package dmvpn.network.underlay;

/** What a transport is. */
public enum TransportKind {
    /** The Internet. */
    INTERNET("internet"),
    /** A provider's MPLS/VPN. */
    MPLS_VPN("mpls-vpn"),
    /** A mobile network before LTE. */
    MOBILE("mobile"),
    /** An LTE network. */
    LTE("lte");

    private final String keyword;

    TransportKind(String keyword) {
        this.keyword = keyword;
    }

    /** The name in models. */
    public String keyword() {
        return keyword;
    }
}
