package dmvpn.network.rules.underlay;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** A tunnel sends from an address of the family that its server has. */
public final class OneFamilyInUnderlay implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-16",
            Severity.ERROR,
            "A client and its server have WAN addresses of one family",
            "The packets of a tunnel have a delivery header of IPv4 or of IPv6, never of both: a tunnel whose source has an IPv4 "
                    + "address cannot send to a server with an IPv6 address, nor the other way round, and the client never "
                    + "registers. What the tunnel carries may be of the other family. Give both ends WAN addresses of one family.",
            "RFC 2784 section 3 (delivery header of IPv4); RFC 7676 section 4 (of IPv6)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Member client = registration.client();
            boolean serverOfIpv6 = registration.statement().nbmaAddress() instanceof Ipv6Address;
            if (client.source().isPresent() && client.isOverIpv6() != serverOfIpv6) {
                findings.accept(new Finding(RULE, client.tunnel().name() + " of " + client.name() + " sends from an "
                        + family(!serverOfIpv6) + " address, but its server " + registration.server().name() + " has the "
                        + family(serverOfIpv6) + " address " + registration.statement().nbmaAddress() + ": give both "
                        + "addresses of one family", client.tunnel().origin()));
            }
        }
    }

    private static String family(boolean ipv6) {
        return ipv6 ? "IPv6" : "IPv4";
    }
}
