package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.IkeEndpoint;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.v1.IsakmpEndpoint;
import dmvpn.sim.ike.v1.ModeMismatch;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.GreInput;
import dmvpn.sim.tunnel.TunnelPort;
import dmvpn.sim.tunnel.TunnelProtector;
import dmvpn.sim.tunnel.UnprotectedSockets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** IKE and IPsec of one router: protects the tunnels whose configuration says so. */
public final class IpsecProtocol implements RouterProtocol {

    private final RouterContext context;
    private final SecurityAssociationDatabase database;
    private final KeyExchange ike;
    private final EspEncapsulation encapsulation;
    private final Map<DomainKey, ProtectionDomain> domains = new LinkedHashMap<>();
    private final Map<String, ProtectedTunnel> tunnels = new LinkedHashMap<>();

    /** Tunnels of one domain share security associations; a tunnel without {@code shared} is alone in its own. */
    private record DomainKey(Optional<String> frontDoorVrf, String sourceInterface, String profile, String tunnel) {
    }

    /**
     * @param context the router
     * @param greInput gets decrypted GRE packets
     */
    public IpsecProtocol(RouterContext context, GreInput greInput) {
        this.context = context;
        this.database = new SecurityAssociationDatabase(context.random());
        IsakmpEndpoint version1 = new IsakmpEndpoint(context, this::ownersFor,
                ModeMismatch.of(context.device().platform()));
        this.ike = new BothKeyExchanges(version1, new IkeEndpoint(context, this::ownersFor, version1::receive));
        this.encapsulation = new EspEncapsulation(context, database, ike, greInput);
    }

    /**
     * The protection of a tunnel, always the same one for a tunnel. Ask before {@link #start}.
     *
     * @throws IllegalArgumentException when the tunnel is not protected, or its profile is not on the device
     */
    public TunnelProtector protectorOf(TunnelPort port) {
        ProtectedTunnel known = tunnels.get(port.name());
        if (known != null) {
            return known;
        }
        TunnelInterface configuration = port.configuration();
        TunnelProtection protection = configuration.protection().orElseThrow(
                () -> new IllegalArgumentException(configuration.name() + " has no tunnel protection"));
        IpsecProfile profile = context.device().crypto().profileNamed(protection.ipsecProfile()).orElseThrow(
                () -> new IllegalArgumentException(configuration.name() + " of " + context.device().name()
                        + " refers to the IPsec profile '" + protection.ipsecProfile()
                        + "', which the device does not have"));
        DomainKey key = new DomainKey(configuration.frontDoorVrf(), configuration.sourceInterface(), profile.name(),
                protection.shared() ? "" : configuration.name());
        ProtectionDomain domain = domains.computeIfAbsent(key,
                absent -> new ProtectionDomain(context, profile, configuration.frontDoorVrf(), database));
        ProtectedTunnel tunnel = new ProtectedTunnel(context, port, domain, ike, encapsulation);
        domain.add(tunnel);
        tunnels.put(port.name(), tunnel);
        return tunnel;
    }

    /** Sockets of a tunnel: real ones when it is protected, else ones that are always up. */
    public CryptoSockets socketsOf(TunnelPort port) {
        return port.configuration().protection().isPresent() ? protectorOf(port).sockets() : new UnprotectedSockets();
    }

    /** {@code no tunnel protection}: the peers are told, and nothing is negotiated for the tunnel any more. */
    public void unprotect(TunnelPort port) {
        ProtectedTunnel tunnel = tunnels.remove(port.name());
        if (tunnel != null) {
            tunnel.closeAll();
            tunnel.domain().remove(tunnel);
        }
    }

    private List<ChildSaOwner> ownersFor(PeerAddresses peer) {
        List<ChildSaOwner> owners = new ArrayList<>(1);
        for (ProtectionDomain domain : domains.values()) {
            if (domain.serves(peer)) {
                owners.add(domain);
            }
        }
        return owners;
    }

    @Override
    public String name() {
        return "IPsec";
    }

    /** Without a protected tunnel a router hears neither IKE nor ESP. */
    @Override
    public void start() {
        if (tunnels.isEmpty()) {
            return;
        }
        tunnels.values().forEach(tunnel -> tunnel.port().addListener(tunnel));
        context.ip().register(IpPacket.ESP, encapsulation::receive);
        context.ip().registerUdp(UdpEncapsulated.UDP_PORT, (ingress, packet, datagram) -> {
            if (datagram.content() instanceof UdpEncapsulated esp && esp.content() instanceof EspPacket) {
                encapsulation.receiveInUdp(ingress, packet, datagram);
            } else {
                ike.receive(ingress, packet, datagram);
            }
        });
        context.ip().register(IpPacket.AH, encapsulation::receive);
        ike.start();
    }

    @Override
    public void stop() {
        ike.stop();
        encapsulation.stop();
    }

    /** {@code clear crypto session}: the peers are told. */
    @Override
    public void clear(Predicate<IpAddress> peer) {
        ike.clear(peer);
    }

    @Override
    public List<ShowCommand> showCommands() {
        if (tunnels.isEmpty()) {
            return List.of();
        }
        List<ShowCommand> commands = new ArrayList<>(ike.showCommands());
        commands.add(new ShowCommand("show crypto ipsec sa", new ShowIpsecSa(context, tunnels.values(), ike)::print));
        commands.add(new ShowCommand("show crypto session", () -> sessions(false)));
        commands.add(new ShowCommand("show crypto session detail", () -> sessions(true)));
        commands.add(new ShowCommand("show crypto sockets", new ShowCryptoSockets(tunnels.values())::print));
        return commands;
    }

    private String sessions(boolean detail) {
        return new ShowCryptoSession(ike, context.scheduler().nowNanos()).print(tunnels.values(), detail);
    }

    @Override
    public List<StateTable> stateTables() {
        if (tunnels.isEmpty()) {
            return List.of();
        }
        return Stream.concat(ike.stateTables().stream(),
                new IpsecTables(tunnels.values(), context.scheduler().nowNanos()).tables().stream()).toList();
    }
}
