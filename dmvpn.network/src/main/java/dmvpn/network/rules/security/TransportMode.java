package dmvpn.network.rules.security;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.EncapsulationOverhead;
import java.util.Set;
import java.util.function.Consumer;

/** IPsec below GRE should run in transport mode. */
public final class TransportMode implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-13",
            Severity.WARNING,
            "IPsec runs in transport mode",
            "GRE has a delivery header already; tunnel mode adds a second one of 20 bytes, over IPv6 40, to each "
                    + "packet and does not work behind NAT. Use transport mode.",
            "ipSpace.net, expert questions and answers on DMVPN (use transport mode); RFC 4301 section 4.1");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.protection().filter(profile -> profile.esp().mode() == EncapsulationMode.TUNNEL).ifPresent(profile ->
                findings.accept(new Finding(RULE, "Crypto " + profile.name() + " of " + member.name()
                        + " uses tunnel mode, which adds " + (member.isOverIpv6() ? EncapsulationOverhead.IPV6_HEADER_BYTES
                                : EncapsulationOverhead.IPV4_HEADER_BYTES)
                        + " bytes to each packet: use transport mode", profile.origin())));
    }
}
