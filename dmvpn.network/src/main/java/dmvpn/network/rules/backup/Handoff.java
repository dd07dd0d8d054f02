package dmvpn.network.rules.backup;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.underlay.EdgeProtocol;
import dmvpn.network.underlay.Transport;
import java.util.Optional;

/**
 * OSPF with the provider's router at a site, from which the other sites come as external routes.
 *
 * @param transport the provider's network
 * @param process OSPF process on the uplink
 */
record Handoff(Transport transport, OspfProcess process) {

    /** Empty when the router runs no OSPF on an uplink to such a provider. */
    static Optional<Handoff> of(RouterView router) {
        for (OspfProcess process : router.device().routing().ospf()) {
            for (NetworkInterface port : router.device().interfaces()) {
                Optional<Transport> transport = router.transportOf(port).filter(Handoff::handsOspfOver);
                if (transport.isPresent() && process.settingsOf(port.name()).filter(settings -> !settings.passive()).isPresent()) {
                    return Optional.of(new Handoff(transport.get(), process));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean handsOspfOver(Transport transport) {
        return transport.provider().flatMap(provider -> provider.handoff())
                .filter(handoff -> handoff.protocol() == EdgeProtocol.OSPF).isPresent();
    }

    /** Administrative distance of the routes that the provider hands over. */
    int distance() {
        return process.options().distance().map(distance -> distance.external().orElse(distance.internal()))
                .orElse(RouteSource.OSPF.defaultDistance());
    }
}
