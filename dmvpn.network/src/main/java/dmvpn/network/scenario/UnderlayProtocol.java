package dmvpn.network.scenario;

import java.util.Arrays;
import java.util.Optional;

/** What a firewall in the underlay can tell apart. */
public enum UnderlayProtocol {
    /** Protocol 50 (RFC 4303). */
    ESP("esp"),
    /** Protocol 51 (RFC 4302). */
    AH("ah"),
    /** Protocol 47 (RFC 2784): tunnels without IPsec. */
    GRE("gre"),
    /** UDP port 500 (RFC 7296 section 2). */
    IKE("ike"),
    /** UDP port 4500: IKE and ESP through NAT (RFC 3948). */
    NAT_TRAVERSAL("nat-t"),
    /** Protocol 1 (RFC 792). */
    ICMP("icmp");

    private final String keyword;

    UnderlayProtocol(String keyword) {
        this.keyword = keyword;
    }

    /** What models call it. */
    public String keyword() {
        return keyword;
    }

    /** The protocol that models call so. */
    public static Optional<UnderlayProtocol> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(protocol -> protocol.keyword.equals(keyword)).findFirst();
    }
}
