package dmvpn.network.rules.security;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Two spokes behind one port address translation stay on the path through the hub. */
public final class NoCommonPortTranslation implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-23",
            Severity.WARNING,
            "Spokes that share an outside address have no direct tunnel",
            "Two spokes behind one port address translation have the same NBMA address for everybody else, and the translating "
                    + "device does not send packets for that address back in. Traffic between them stays on the path through "
                    + "the hub. Accept that, or give each an outside address of its own.",
            "I. Pepelnjak, ipSpace.net, 2013: The impact of changed NHRP behavior in DMVPN networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.UPLINK_ACCESS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            boolean direct = memberships.cloud(members.getFirst().tunnel().cloud()).map(Cloud::phase)
                    .filter(phase -> phase != Phase.PHASE_1).isPresent();
            Map<IpAddress, Member> first = new HashMap<>();
            for (Member member : direct ? members : List.<Member>of()) {
                member.translation().filter(found -> found.kind() == AddressTranslation.Kind.PORT_ADDRESS && member.isSpoke())
                        .flatMap(AddressTranslation::outside).ifPresent(outside -> report(member, outside, first, findings));
            }
        }
    }

    private static void report(Member member, IpAddress outside, Map<IpAddress, Member> first, Consumer<Finding> findings) {
        Member other = first.putIfAbsent(outside, member);
        if (other != null && other.device() != member.device()) {
            findings.accept(new Finding(RULE, other.name() + " and " + member.name() + " are behind one translation to "
                    + outside + " and have no direct tunnel between them in cloud " + member.tunnel().cloud()
                    + ": accept the path through the hub, or give each an outside address of its own",
                    member.translation().orElseThrow().origin()));
        }
    }
}
