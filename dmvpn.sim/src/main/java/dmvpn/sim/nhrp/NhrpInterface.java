package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.StaticMapping;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.PurgeReply;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.NhrpReceiver;
import java.util.Map;
import java.util.Optional;

/** NHRP on one tunnel interface: puts the parts together, starts and stops them, and hands packets to the right one. */
final class NhrpInterface implements NhrpReceiver, InterfaceListener {

    private final NhrpTunnel tunnel;
    private final NhrpRoutes routes;
    private final NhrpCache cache;
    private final NextHopServers servers;
    private final NhrpTransmitter transmitter;
    private final NhrpErrors errors;
    private final RegistrationServer registrationServer;
    private final ShortcutInstaller shortcuts;
    private final ResolutionClient resolutionClient;
    private final ResolutionResponder responder;
    private final NhrpForwarder forwarder;
    private final PurgeHandler purges;
    private final SocketCoupling coupling;
    private final MulticastTargets multicastTargets;
    private Optional<IpAddress> runningWith = Optional.empty();

    /** @param peers of all tunnels of the router; this one adds its own */
    NhrpInterface(NhrpTunnel tunnel, NhrpRoutes routes, Map<NhrpTunnel, NhrpPeers> peers) {
        this.tunnel = tunnel;
        this.routes = routes;
        cache = new NhrpCache(tunnel);
        servers = new NextHopServers(tunnel);
        transmitter = new NhrpTransmitter(tunnel);
        errors = new NhrpErrors(tunnel, transmitter);
        NhrpPeers ownPeers = new NhrpPeers(tunnel, cache, servers, transmitter);
        peers.put(tunnel, ownPeers);
        multicastTargets = new MulticastTargets(tunnel);
        registrationServer = new RegistrationServer(tunnel, cache, transmitter, multicastTargets);
        shortcuts = new ShortcutInstaller(tunnel, routes, cache);
        resolutionClient = new ResolutionClient(tunnel, cache, routes, servers, peers, shortcuts);
        responder = new ResolutionResponder(tunnel, cache, ownPeers);
        forwarder = new NhrpForwarder(tunnel, peers, errors, responder);
        purges = new PurgeHandler(tunnel, cache, routes, ownPeers);
        coupling = new SocketCoupling(tunnel, cache, servers, responder, shortcuts);
        for (NextHopServer server : tunnel.configuration().nextHopServers()) {
            servers.add(new RegistrationClient(tunnel, transmitter, server));
        }
        tunnel.port().setResolver(new DataResolver(tunnel, cache, ownPeers, resolutionClient, multicastTargets));
        tunnel.port().setNhrpReceiver(this);
    }

    void start() {
        for (NextHopServer server : tunnel.configuration().nextHopServers()) {
            cache.add(new CacheEntry(IpPrefix.host(server.protocolAddress()), EntryType.STATIC, server.protocolAddress(),
                    server.nbmaAddress(), tunnel.nowNanos()), CacheEntry.NEVER, "configured");
        }
        for (StaticMapping mapping : tunnel.configuration().options().mappings()) {
            cache.add(new CacheEntry(IpPrefix.host(mapping.protocolAddress()), EntryType.STATIC, mapping.protocolAddress(),
                    mapping.nbmaAddress(), tunnel.nowNanos()), CacheEntry.NEVER, "configured");
        }
        tunnel.sockets().addListener(coupling);
        tunnel.port().addListener(this);
        purges.start();
        shortcuts.start();
        changed(tunnel.port());
    }

    void stop() {
        servers.clients().forEach(RegistrationClient::powerOff);
        resolutionClient.stop();
        responder.stop();
        cache.stop();
    }

    /** The tunnel came up, went down, or its source has another address. */
    @Override
    public void changed(RouterInterface changedInterface) {
        Optional<IpAddress> address = tunnel.port().isUp() ? tunnel.nbmaAddress() : Optional.empty();
        if (!address.equals(runningWith)) {
            goDown(address.isPresent() ? "the tunnel source has another address" : "the tunnel is down");
            goUp(address);
        }
    }

    private void goDown(String reason) {
        if (runningWith.isPresent()) {
            servers.clients().forEach(client -> client.stop(reason));
            resolutionClient.stop();
            responder.stop();
            cache.clearDynamic(reason);
        }
    }

    private void goUp(Optional<IpAddress> address) {
        runningWith = address;
        if (address.isPresent()) {
            if (servers.isEmpty()) {
                tunnel.fixedFarEnd().ifPresent(tunnel.sockets()::open);
            }
            servers.clients().forEach(RegistrationClient::start);
        }
    }

    /** The tunnel has another configuration; most of it is read where it is used. */
    void reconfigured() {
        if (!tunnel.configuration().dynamicMulticast()) {
            multicastTargets.removeAllDynamic();
        }
        shortcuts.reconfigured();
    }

    /**
     * The tunnel begins anew with other sockets, since those that it had are gone.
     *
     * @param closing closes the former ones
     */
    void changeSockets(CryptoSockets sockets, Runnable closing) {
        goDown("the protection of the tunnel changed");
        closing.run();
        tunnel.setSockets(sockets);
        sockets.addListener(coupling);
        goUp(runningWith);
    }

    @Override
    public void receive(IpAddress outerSource, Packet packet) {
        if (runningWith.isEmpty() || !(packet instanceof NhrpPacket message)) {
            return;
        }
        transmitter.recordReceived(outerSource, message);
        boolean mayLackPassword = message instanceof ErrorIndication;
        if (!transmitter.isAuthentic(message) && !mayLackPassword) {
            if (tunnel.behaviour().answersAuthenticationFailure()) {
                errors.answer(outerSource, message, ErrorCode.AUTHENTICATION_FAILURE);
            } else {
                errors.drop(outerSource, message, ErrorCode.AUTHENTICATION_FAILURE);
            }
            return;
        }
        switch (message) {
            case RegistrationRequest request -> registrationServer.receive(outerSource, request);
            case RegistrationReply reply -> registered(outerSource, reply);
            case ResolutionRequest request -> asked(outerSource, request);
            case ResolutionReply reply -> {
                if (isOwn(reply.header().sourceProtocolAddress())) {
                    resolutionClient.receive(outerSource, reply);
                } else {
                    passOn(outerSource, reply, reply.header().sourceProtocolAddress());
                }
            }
            case TrafficIndication indication -> redirected(outerSource, indication);
            case PurgeRequest request -> {
                if (isOwn(request.header().destinationProtocolAddress())) {
                    purges.receive(outerSource, request);
                } else {
                    passOn(outerSource, request, request.header().destinationProtocolAddress());
                }
            }
            case PurgeReply reply -> {
                if (!isOwn(reply.header().sourceProtocolAddress())) {
                    passOn(outerSource, reply, reply.header().sourceProtocolAddress());
                }
            }
            case ErrorIndication error -> {
                if (!isOwn(error.header().destinationProtocolAddress())) {
                    passOn(outerSource, error, error.header().destinationProtocolAddress());
                }
            }
        }
    }

    private boolean isOwn(IpAddress address) {
        return address.equals(tunnel.protocolAddress());
    }

    private void registered(IpAddress outerSource, RegistrationReply reply) {
        servers.withProtocolAddress(reply.header().destinationProtocolAddress()).ifPresentOrElse(
                client -> client.receive(reply),
                () -> transmitter.recordDropped(outerSource, reply, "it is from no configured server"));
    }

    private void asked(IpAddress outerSource, ResolutionRequest request) {
        IpAddress destination = request.header().destinationProtocolAddress();
        switch (routes.wayTo(destination, tunnel)) {
            case Way.Local local -> responder.answer(outerSource, request, IpPrefix.host(destination));
            case Way.Egress egress -> responder.answer(outerSource, request, egress.prefix());
            case Way.ThroughCloud cloud -> forwarder.forward(outerSource, request, cloud);
            case Way.Unreachable unreachable -> responder.refuse(outerSource, request);
        }
    }

    /** A redirect is for the router that the data's source is behind. */
    private void redirected(IpAddress outerSource, TrafficIndication indication) {
        switch (routes.wayTo(indication.header().destinationProtocolAddress(), tunnel)) {
            case Way.Local local -> resolutionClient.redirected(indication);
            case Way.Egress egress -> resolutionClient.redirected(indication);
            case Way.ThroughCloud cloud -> forwarder.forward(outerSource, indication, cloud);
            case Way.Unreachable unreachable ->
                    transmitter.recordDropped(outerSource, indication, "no route leads to the data's source");
        }
    }

    private void passOn(IpAddress outerSource, NhrpPacket packet, IpAddress station) {
        if (routes.wayTo(station, tunnel) instanceof Way.ThroughCloud cloud) {
            forwarder.forward(outerSource, packet, cloud);
        } else {
            transmitter.recordDropped(outerSource, packet, "no route into the cloud leads to the station that it is for");
        }
    }

    NhrpTunnel tunnel() {
        return tunnel;
    }

    NhrpCache cache() {
        return cache;
    }

    NextHopServers servers() {
        return servers;
    }
}
