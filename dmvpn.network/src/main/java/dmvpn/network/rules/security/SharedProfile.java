package dmvpn.network.rules.security;

import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tunnels that share their protection must use the same profile. */
public final class SharedProfile implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-03",
            Severity.ERROR,
            "Shared protection uses one profile",
            "Shared protection means one set of security associations for all tunnels of a source, so all "
                    + "of them must name the same IPsec profile.",
            "Cisco, Sharing IPsec with Tunnel Protection");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS, Feature.PROTECTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        Device device = router.device();
        List<TunnelInterface> tunnels = device.tunnels();
        for (int later = 1; later < tunnels.size(); later++) {
            TunnelInterface second = tunnels.get(later);
            tunnels.subList(0, later).stream().filter(first -> collide(first, second)).findFirst().ifPresent(first ->
                    findings.accept(new Finding(RULE, message(device, first, second), second.origin())));
        }
    }

    private static String message(Device device, TunnelInterface first, TunnelInterface second) {
        return "Tunnels " + first.name() + " and " + second.name() + " of " + device.reference()
                + " share their protection but not the profile: use profile " + first.protection().get().ipsecProfile()
                    + " on both";
    }

    private static boolean collide(TunnelInterface first, TunnelInterface second) {
        return first.protection().isPresent()
                && second.protection().isPresent()
                && first.sourceInterface().equals(second.sourceInterface())
                && !haveDistinctDestinations(first, second)
                && (first.protection().get().shared() && second.protection().get().shared()
                && !first.protection().get().ipsecProfile().equals(second.protection().get().ipsecProfile()));
    }

    /** Tunnels to different destinations have different selectors. */
    private static boolean haveDistinctDestinations(TunnelInterface first, TunnelInterface second) {
        return first.mode() instanceof TunnelMode.PointToPoint one
                && second.mode() instanceof TunnelMode.PointToPoint other
                && !one.destination().equals(other.destination());
    }
}
