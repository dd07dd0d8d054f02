package dmvpn.network.rules.security;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Behind a translation, DMVPN needs transport mode. */
public final class NoTunnelModeBehindTranslation implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-15",
            Severity.ERROR,
            "A router behind a translation uses transport mode",
            "In tunnel mode the GRE header keeps the inside address, which the far end cannot answer; in transport mode it takes "
                    + "the translated one. Write mode transport in the crypto suite.",
            "Cisco, Dynamic Multipoint VPN configuration guide, DMVPN network with NAT (transport mode is required)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.UPLINK_ACCESS, Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.protection().map(profile -> profile.esp()).filter(esp -> esp.mode() == EncapsulationMode.TUNNEL)
                .filter(esp -> member.translation().isPresent()).ifPresent(esp -> findings.accept(new Finding(RULE,
                        member.name() + " is behind a translation on " + member.source().map(NetworkInterface::name).orElse("")
                                + ", but its packets are in tunnel mode: write mode transport", esp.origin())));
    }
}
