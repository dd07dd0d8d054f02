package dmvpn.network.rules.vrf;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A spoke of one customer needs no VRF for its payload. */
public final class VrfWithoutNeed implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-VR-02",
            Severity.INFO,
            "A spoke of one customer keeps its payload in the global table",
            "A hub of several customers needs a VRF for each. A spoke with one tunnel and the networks of one customer has "
                    + "nothing to keep apart: its payload can be in the global table, which makes it simpler to operate. What "
                    + "the hub calls the customer's table does not matter to the spoke.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.TUNNEL_VRF);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        List<TunnelInterface> tunnels = router.device().tunnels();
        if (router.device().role() != DeviceRole.SPOKE || tunnels.size() != 1 || tunnels.getFirst().options().labels().isPresent()) {
            return;
        }
        Optional<String> vrf = tunnels.getFirst().vrf();
        if (vrf.isEmpty()) {
            return;
        }
        List<NetworkInterface> inside = router.device().interfaces().stream()
                .filter(candidate -> candidate.kind() == InterfaceKind.LAN).toList();
        // Uplinks in the global table must be kept apart from the payload by one of two VRFs.
        boolean uplinkInGlobal = router.device().interfaces().stream()
                .anyMatch(candidate -> candidate.kind() == InterfaceKind.WAN && candidate.vrf().isEmpty());
        if (!uplinkInGlobal && !inside.isEmpty()
                && inside.stream().allMatch(candidate -> candidate.vrf().equals(vrf))) {
            findings.accept(new Finding(RULE, router.device().reference() + " has the networks of one customer, so VRF "
                    + vrf.get() + " keeps nothing apart: its lan and its tunnel can be in the global table",
                    tunnels.getFirst().origin()));
        }
    }
}
