package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.ResponderAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ReverseTransitRecord;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import java.util.Optional;

/**
 * Takes answers back when routing changes (RFC 2332 section 5.2.5), and drops mappings that others take back. The
 * requests that this router sends want no reply, as IOS-XE's statistics show (purge requests in both directions, no
 * reply; genieparser golden outputs).
 */
final class PurgeHandler implements RoutingTable.RoutingTableListener, NhrpCache.RemovalListener {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NhrpRoutes routes;
    private final NhrpPeers peers;

    PurgeHandler(NhrpTunnel tunnel, NhrpCache cache, NhrpRoutes routes, NhrpPeers peers) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.routes = routes;
        this.peers = peers;
    }

    /** Starts to watch routes. */
    void start() {
        if (tunnel.behaviour().has(NhrpSwitch.SENDS_PURGES)) {
            tunnel.routes().addListener(this);
            cache.addListener(this);
        }
    }

    /** A client that a server answered for is gone: those that were told of it are told so (RFC 2332 section 5.2.5). */
    @Override
    public void removed(CacheEntry entry, String reason) {
        if (entry.has(EntryFlag.REGISTERED)) {
            entry.requesters().values().forEach(requester -> purge(entry, requester, "the client is registered no more"));
        }
    }

    @Override
    public void changed(IpPrefix prefix, Optional<Route> best) {
        if (cache.localEntries().isEmpty()) {
            return;
        }
        for (CacheEntry local : List.copyOf(cache.localEntries())) {
            if (local.target().overlaps(prefix) && !stillTrue(local)) {
                local.requesters().values().forEach(requester -> purge(local, requester,
                        "the route that was answered for changed"));
                cache.remove(local, "the route that it stands for changed");
            }
        }
    }

    /** Takes all answers back. */
    void takeBackAll(String reason) {
        if (tunnel.behaviour().has(NhrpSwitch.SENDS_PURGES)) {
            for (CacheEntry local : List.copyOf(cache.localEntries())) {
                local.requesters().values().forEach(requester -> purge(local, requester, reason));
            }
        }
    }

    private boolean stillTrue(CacheEntry local) {
        return switch (routes.wayTo(local.resolvedDestination(), tunnel)) {
            case Way.Local own -> true;
            case Way.Egress egress -> egress.prefix().equals(local.target()) || egress.prefix().length() == 0;
            case Way.ThroughCloud cloud -> false;
            case Way.Unreachable unreachable -> false;
        };
    }

    private void purge(CacheEntry local, CacheEntry.Requester requester, String reason) {
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        Optional<FarEnd> target = tunnel.isUsable(requester.farEnd())
                ? Optional.of(requester.farEnd())
                : peers.farEndOf(requester.protocolAddress());
        if (ownNbmaAddress.isEmpty() || target.isEmpty()) {
            return;
        }
        List<NhrpExtension> extensions =
                List.of(ResponderAddress.EMPTY, ForwardTransitRecord.EMPTY, ReverseTransitRecord.EMPTY);
        peers.transmitter().send(target.get(), new PurgeRequest(
                NhrpHeader.originated(ownNbmaAddress.get(), tunnel.protocolAddress(), requester.protocolAddress()),
                tunnel.nextRequestId(), true,
                List.of(ClientInformationEntry.ofPrefix(local.target().length(), local.target().network())), extensions),
                reason);
    }

    /** Another station takes its answers back: dynamic mappings within the prefix go, static ones stay. */
    void receive(IpAddress outerSource, PurgeRequest request) {
        if (!tunnel.behaviour().has(NhrpSwitch.TAKES_PURGES)) {
            peers.transmitter().recordDropped(outerSource, request, "the platform knows no purges");
            return;
        }
        for (ClientInformationEntry entry : request.entries()) {
            entry.protocolAddress().ifPresent(address ->
                    forget(IpPrefix.containing(address, entry.effectivePrefixLength(address)), entry.nbmaAddress(), request));
        }
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (!request.noReplyExpected() && ownNbmaAddress.isPresent()) {
            // A reply is due even when nothing matched (RFC 2332 section 5.2.5).
            peers.transmitter().send(outerSource, request.reply(request.entries())
                    .withResponder(tunnel.ownEntry(ownNbmaAddress.get())), "");
        }
    }

    /** @param via limits the purge to what leads there (RFC 2332 section 5.2.5); empty for everything within the prefix */
    private void forget(IpPrefix prefix, Optional<IpAddress> via, PurgeRequest request) {
        for (CacheEntry entry : List.copyOf(cache.mappings())) {
            boolean othersRegistration = entry.has(EntryFlag.REGISTERED)
                    && !entry.nextHop().equals(request.header().sourceProtocolAddress());
            boolean meant = prefix.contains(entry.target()) && (via.isEmpty() || leadsTo(entry, via.get()));
            if (entry.type() == EntryType.DYNAMIC && !othersRegistration && meant) {
                cache.remove(entry, "purged by its owner");
            }
        }
    }

    private static boolean leadsTo(CacheEntry entry, IpAddress nbmaAddress) {
        return nbmaAddress.equals(entry.nbmaAddress()) || entry.claimedNbmaAddress().filter(nbmaAddress::equals).isPresent();
    }
}
