package dmvpn.network.rules.addressing;

import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A router must not have the same overlay subnet on two tunnels. */
public final class OneTunnelPerOverlay implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-AD-04",
            Severity.ERROR,
            "A router has one multipoint tunnel per overlay",
            "A router refuses the same subnet on two interfaces of one routing table. Give the second cloud "
                    + "an overlay of its own, or let the router join one cloud with several hubs.",
            "ipSpace.net, Redundant DMVPN Designs, Part 2 (Multiple Uplinks)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        Device device = router.device();
        List<TunnelInterface> tunnels = device.tunnels();
        for (int later = 1; later < tunnels.size(); later++) {
            TunnelInterface second = tunnels.get(later);
            tunnels.subList(0, later).stream().filter(first -> collide(first, second)).findFirst().ifPresent(first ->
                    findings.accept(new Finding(RULE, "Subnet " + second.address().prefix() + " of " + second.name()
                            + " on " + device.reference() + " is already on " + first.name()
                            + ": give cloud " + second.cloud() + " another overlay", second.origin())));
        }
    }

    private static boolean collide(TunnelInterface first, TunnelInterface second) {
        // Host prefixes, as FRR wants them, name no subnet.
        return first.vrf().equals(second.vrf())
                && !first.address().prefix().isHost()
                && !second.address().prefix().isHost()
                && first.address().prefix().overlaps(second.address().prefix());
    }
}
