package dmvpn.app.diagnose;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.InterfaceView;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tunnel between a client and one of its next-hop servers: what every other tunnel of the cloud is made with.
 *
 * @param client router that registers
 * @param tunnel its tunnel
 * @param next the server as the client has it configured
 * @param server router that the client registers with
 * @param serverTunnel its tunnel
 */
record Leg(RouterView client, TunnelInterface tunnel, NextHopServer next, RouterView server, TunnelInterface serverTunnel) {

    private static final String CACHE = "NHRP cache";
    private static final String SERVERS = "NHRP next-hop servers";

    /** The legs on which two routers depend now: those to their servers that are not in reserve, each once. */
    static List<Leg> between(Simulation simulation, RouterView from, RouterView to) {
        List<Leg> legs = new ArrayList<>();
        for (RouterView router : from == to ? List.of(from) : List.of(from, to)) {
            for (TunnelInterface tunnel : router.device().tunnels()) {
                for (NextHopServer next : isStandby(router, tunnel) ? List.<NextHopServer>of() : tunnel.nhrp().nextHopServers()) {
                    if (isWaiting(router, next)) {
                        continue;
                    }
                    leg(simulation, router, tunnel, next).ifPresent(legs::add);
                }
            }
        }
        return legs;
    }

    /** True for a tunnel that is down because the one that it stands in for is up. */
    private static boolean isStandby(RouterView router, TunnelInterface tunnel) {
        boolean backup = router.device().tunnels().stream().anyMatch(other -> other.options().backup()
                .filter(standby -> standby.tunnel().equals(tunnel.name())).isPresent());
        return backup && router.interfaces().stream().anyMatch(each -> each.name().equals(tunnel.name()) && !each.up());
    }

    /** True for a server that is used when others of its cluster fail. */
    private static boolean isWaiting(RouterView router, NextHopServer next) {
        return Evidence.row(router, SERVERS, "protocolAddress", next.protocolAddress().toString(), "state", "waiting").isPresent();
    }

    private static Optional<Leg> leg(Simulation simulation, RouterView router, TunnelInterface tunnel, NextHopServer next) {
        for (RouterView server : simulation.routers()) {
            for (TunnelInterface candidate : server.device().tunnels()) {
                if (candidate.address().address().equals(next.protocolAddress()) && candidate.cloud().equals(tunnel.cloud())) {
                    return Optional.of(new Leg(router, tunnel, next, server, candidate));
                }
            }
        }
        return Optional.empty();
    }

    Optional<InterfaceView> clientSource() {
        return source(client, tunnel);
    }

    Optional<InterfaceView> serverSource() {
        return source(server, serverTunnel);
    }

    private static Optional<InterfaceView> source(RouterView router, TunnelInterface tunnel) {
        return router.interfaces().stream().filter(each -> each.name().equals(tunnel.sourceInterface())).findFirst();
    }

    Optional<IpAddress> clientNbma() {
        return clientSource().flatMap(InterfaceView::address).map(InterfaceAddress::address);
    }

    /**
     * The address of the client that the server sends to: behind a translation the outside one, empty when that is leased and
     * the client never registered.
     */
    Optional<IpAddress> clientSeen() {
        Optional<AddressTranslation> translation = clientUplink().flatMap(NetworkInterface::translation);
        return translation.isEmpty() ? clientNbma() : translation.get().outside().or(this::registeredAddress);
    }

    private Optional<IpAddress> registeredAddress() {
        return Evidence.value(server, CACHE, "nbmaAddress", "via", tunnel.address().address().toString()).flatMap(IpAddress::tryParse);
    }

    /** What the tunnel's packets are to a firewall on their way. */
    UnderlayProtocol carriedAs() {
        Optional<IpsecProfile> profile = tunnel.protection()
                .flatMap(protection -> client.device().crypto().profileNamed(protection.ipsecProfile()));
        if (profile.isEmpty()) {
            return UnderlayProtocol.GRE;
        }
        if (isTranslated(clientUplink()) || isTranslated(server.device().interfaceNamed(serverTunnel.sourceInterface()))) {
            return UnderlayProtocol.NAT_TRAVERSAL;
        }
        return profile.get().options().authenticationHeader().isPresent() ? UnderlayProtocol.AH : UnderlayProtocol.ESP;
    }

    private static boolean isTranslated(Optional<NetworkInterface> uplink) {
        return uplink.flatMap(NetworkInterface::translation).isPresent();
    }

    /** False behind a port translation or a firewall that lets in answers only: the client has to speak first. */
    boolean canServerSpeakFirst() {
        return clientUplink().flatMap(NetworkInterface::access).filter(UplinkAccess::dropsUnsolicited).isEmpty();
    }

    private Optional<NetworkInterface> clientUplink() {
        return client.device().interfaceNamed(tunnel.sourceInterface());
    }

    Endpoint clientEnd(IpAddress nbma) {
        return new Endpoint(client.name(), client.name(), nbma, Origin.NONE);
    }

    /** The server as a sender: behind a translation it has another address than the client sends to. */
    Endpoint serverAsSender() {
        return new Endpoint(server.name(), server.name(), serverSource().flatMap(InterfaceView::address)
                .map(InterfaceAddress::address).orElse(next.nbmaAddress()), Origin.NONE);
    }

    Endpoint serverEnd() {
        return new Endpoint(server.name(), server.name(), next.nbmaAddress(), Origin.NONE);
    }

    /** True when one of the ends proves its identity with a certificate. */
    boolean hasCertificates() {
        return hasCertificate(client, tunnel) || hasCertificate(server, serverTunnel);
    }

    private static boolean hasCertificate(RouterView router, TunnelInterface tunnel) {
        return tunnel.protection().flatMap(protection -> router.device().crypto().profileNamed(protection.ipsecProfile()))
                .filter(profile -> profile.authentication() instanceof PeerAuthentication.Certificates).isPresent();
    }

    boolean isProtected() {
        return tunnel.protection().isPresent() || serverTunnel.protection().isPresent();
    }
}
