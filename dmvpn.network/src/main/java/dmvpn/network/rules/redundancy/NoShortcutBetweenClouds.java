package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Spokes of two clouds reach each other through a hub only. */
public final class NoShortcutBetweenClouds implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-08",
            Severity.INFO,
            "Spokes that want direct tunnels share a cloud",
            "A direct tunnel is made inside one cloud. Between spokes of two clouds traffic stays on the path through a hub that "
                    + "is in both, unless the hub's two tunnels are one NHRP network. Let the spokes join a common cloud if "
                    + "direct tunnels are wanted.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Set<String> reported = new HashSet<>();
        for (List<Member> members : memberships.byCloud()) {
            for (Member hub : members) {
                for (TunnelInterface other : hub.device().tunnels()) {
                    boolean isPair = hub.tunnel().cloud().compareTo(other.cloud()) < 0 && hub.tunnel().vrf().equals(other.vrf())
                            && hub.tunnel().nhrp().networkId() != other.nhrp().networkId();
                    if (isPair && reported.add(hub.tunnel().cloud() + " " + other.cloud())) {
                        finding(hub, other, memberships).ifPresent(findings);
                    }
                }
            }
        }
    }

    private static Optional<Finding> finding(Member hub, TunnelInterface other, Memberships memberships) {
        String first = hub.tunnel().cloud();
        String second = other.cloud();
        if (!hasDirectTunnels(first, memberships) || !hasDirectTunnels(second, memberships)) {
            return Optional.empty();
        }
        Set<String> inFirst = spokes(first, memberships);
        Set<String> inSecond = spokes(second, memberships);
        Optional<String> onlyFirst = inFirst.stream().filter(name -> !inSecond.contains(name)).findFirst();
        Optional<String> onlySecond = inSecond.stream().filter(name -> !inFirst.contains(name)).findFirst();
        return onlyFirst.isPresent() && onlySecond.isPresent()
                ? Optional.of(new Finding(RULE, "Spokes of cloud " + first + " alone, such as " + onlyFirst.get()
                        + ", and of cloud " + second + " alone, such as " + onlySecond.get() + ", reach each other through "
                        + hub.name() + " only", other.origin()))
                : Optional.empty();
    }

    private static boolean hasDirectTunnels(String cloud, Memberships memberships) {
        return memberships.cloud(cloud).map(Cloud::phase).filter(phase -> phase != Phase.PHASE_1).isPresent();
    }

    private static Set<String> spokes(String cloud, Memberships memberships) {
        return memberships.of(cloud).stream().filter(Member::isSpoke).map(Member::name)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
