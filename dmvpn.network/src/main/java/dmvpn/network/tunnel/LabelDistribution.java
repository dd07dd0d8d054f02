package dmvpn.network.tunnel;

import java.util.Arrays;
import java.util.Optional;

/** How MPLS labels are agreed over a tunnel (RFC 4797: MPLS VPNs over GRE). */
public enum LabelDistribution {
    /** Labels travel with the routes of BGP (RFC 8277). */
    BGP("bgp"),
    /** Label Distribution Protocol (RFC 5036). */
    LDP("ldp");

    private final String keyword;

    LabelDistribution(String keyword) {
        this.keyword = keyword;
    }

    /** The name in models. */
    public String keyword() {
        return keyword;
    }

    /** The protocol of that keyword. */
    public static Optional<LabelDistribution> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(protocol -> protocol.keyword.equals(keyword)).findFirst();
    }
}
