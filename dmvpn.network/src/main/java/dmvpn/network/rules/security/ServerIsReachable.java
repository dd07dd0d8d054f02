package dmvpn.network.rules.security;

import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A hub needs a static translation. */
public final class ServerIsReachable implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-24",
            Severity.ERROR,
            "A hub is behind a static translation or none",
            "Spokes start the exchange with their hub. Port address translation lets nothing in that was not asked for from "
                    + "inside, so no spoke reaches a hub behind it. Give the hub a static translation (behind nat as ADDRESS) or "
                    + "a public address.",
            "RFC 3022 section 2.2 (sessions are set up from inside only); Cisco, Dynamic Multipoint VPN configuration guide, "
                    + "DMVPN network with NAT (a hub behind static NAT)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.UPLINK_ACCESS);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.translation().filter(translation -> translation.kind() == AddressTranslation.Kind.PORT_ADDRESS)
                .filter(translation -> member.device().role() == DeviceRole.HUB)
                .ifPresent(translation -> findings.accept(new Finding(RULE, "Hub " + member.name()
                        + " is behind port address translation, which lets no registration in: write behind nat as with its "
                        + "outside address", translation.origin())));
    }
}
