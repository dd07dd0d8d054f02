package dmvpn.network.underlay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Protocols between a provider and its customer (RFC 4364 section 7). */
public enum EdgeProtocol {
    /** External BGP. */
    EBGP,
    /** OSPF (RFC 4577). */
    OSPF,
    /** EIGRP. */
    EIGRP,
    /** RIP. */
    RIP,
    /** Static routes. */
    STATIC;

    /** The name in models, such as {@code ebgp}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The protocol of that name. */
    public static Optional<EdgeProtocol> of(String keyword) {
        return Arrays.stream(values()).filter(protocol -> protocol.keyword().equals(keyword)).findFirst();
    }
}
