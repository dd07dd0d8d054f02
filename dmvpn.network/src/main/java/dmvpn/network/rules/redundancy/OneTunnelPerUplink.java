package dmvpn.network.rules.redundancy;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.TransportKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A spoke with two uplinks should not depend on one of them. */
public final class OneTunnelPerUplink implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-HUB-14",
            Severity.WARNING,
            "A spoke with two uplinks has a tunnel over each",
            "A tunnel lives as long as the uplink whose address it sends from. A second uplink to another provider does not help "
                    + "it: the provider drops packets with the first one's address. Join a second cloud over the second uplink, "
                    + "or send from a loopback whose address both providers route.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_UPLINKS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        List<TunnelInterface> tunnels = router.device().tunnels();
        if (router.device().role() != DeviceRole.SPOKE || tunnels.isEmpty() || uplinks(router) < 2) {
            return;
        }
        Optional<NetworkInterface> source = router.device().interfaceNamed(tunnels.getFirst().sourceInterface());
        if (source.filter(found -> found.kind() == InterfaceKind.WAN).isEmpty()
                || tunnels.stream().anyMatch(tunnel -> !tunnel.sourceInterface().equals(source.get().name()))) {
            return;
        }
        router.device().interfaces().stream().filter(other -> isSpare(other, source.get(), router)).findFirst()
                .ifPresent(other -> findings.accept(new Finding(RULE, "When " + source.get().name() + " of "
                        + router.device().reference() + " fails, its tunnels fail although " + other.name()
                        + " is there: join a second cloud over " + other.transport().orElse(other.name()), other.origin())));
    }

    private static int uplinks(RouterView router) {
        int uplinks = 0;
        for (NetworkInterface candidate : router.device().interfaces()) {
            uplinks += candidate.kind() == InterfaceKind.WAN ? 1 : 0;
        }
        return uplinks;
    }

    /** An uplink that is there for nothing else: neither for a provider's VPN nor for the way to the Internet. */
    private static boolean isSpare(NetworkInterface other, NetworkInterface source, RouterView router) {
        boolean isExit = router.device().forwarding().internetExits().stream()
                .anyMatch(exit -> exit.interfaceName().equals(other.name()));
        return other.kind() == InterfaceKind.WAN && other.enabled() && !isExit && !other.transport().equals(source.transport())
                && router.transportOf(other).filter(transport -> transport.kind() != TransportKind.MPLS_VPN).isPresent();
    }
}
