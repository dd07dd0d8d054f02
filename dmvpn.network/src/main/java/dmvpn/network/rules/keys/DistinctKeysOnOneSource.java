package dmvpn.network.rules.keys;

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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Tunnels of a router that share a source need different keys. */
public final class DistinctKeysOnOneSource implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-KEY-01",
            Severity.ERROR,
            "Tunnels with one source have different keys",
            "Packets for two tunnels that share a source address can only be told apart by their GRE keys. "
                    + "Give each of the tunnels a key of its own. Point-to-point tunnels to different destinations "
                    + "are told apart by the destination.",
            "RFC 2890 section 2.1 (the key identifies a traffic flow within a tunnel); ipSpace.net, "
                    + "Redundant DMVPN Designs, Part 1 (The Basics)");

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
                    findings.accept(new Finding(RULE, "Tunnels " + first.name() + " and " + second.name() + " of "
                            + device.reference() + " share the source " + second.sourceInterface() + " and have "
                            + keys(first.key(), second.key()) + ": give each a key of its own", second.origin())));
        }
    }

    private static boolean collide(TunnelInterface first, TunnelInterface second) {
        boolean sameKey = first.key().isEmpty() || second.key().isEmpty() || first.key().equals(second.key());
        return sameKey && first.sourceInterface().equals(second.sourceInterface()) && !haveDistinctDestinations(first, second);
    }

    private static boolean haveDistinctDestinations(TunnelInterface first, TunnelInterface second) {
        return first.mode() instanceof TunnelMode.PointToPoint one
                && second.mode() instanceof TunnelMode.PointToPoint other
                && !one.destination().equals(other.destination());
    }

    private static String keys(OptionalLong first, OptionalLong second) {
        if (first.isEmpty() && second.isEmpty()) {
            return "no key";
        }
        return first.equals(second) ? "the same key " + first.getAsLong() : "not both a key";
    }
}
