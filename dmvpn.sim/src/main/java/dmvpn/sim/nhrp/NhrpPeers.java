package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.tunnel.FarEnd;
import java.util.Optional;

/** How to reach the other stations of the cloud from one tunnel, without asking anybody. */
final class NhrpPeers {

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NextHopServers servers;
    private final NhrpTransmitter transmitter;

    NhrpPeers(NhrpTunnel tunnel, NhrpCache cache, NextHopServers servers, NhrpTransmitter transmitter) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.servers = servers;
        this.transmitter = transmitter;
    }

    NhrpTransmitter transmitter() {
        return transmitter;
    }

    /** The mapping of a station; null when there is none. */
    CacheEntry mappingOf(IpAddress station) {
        return cache.mapping(station);
    }

    /**
     * Where packets to a station of the overlay go now: to itself when it is known and its socket is up; otherwise to the
     * best server, which forwards them. Empty when neither exists.
     */
    Optional<FarEnd> farEndOf(IpAddress station) {
        if (tunnel.fixedFarEnd().isPresent()) {
            return tunnel.fixedFarEnd().map(FarEnd::of);
        }
        CacheEntry entry = cache.longestMatch(station);
        boolean waits = entry != null && servers.isWaiting(entry.nbmaAddress());
        if (entry != null && (isBoundToServer(entry) && !waits || tunnel.isUsable(entry.farEnd()))) {
            return Optional.of(entry.farEnd());
        }
        return servers.best().map(client -> FarEnd.of(client.server().nbmaAddress()))
                .or(() -> Optional.ofNullable(entry).map(CacheEntry::farEnd));
    }

    /** Servers in use have no other path, and a temporary entry keeps to its server even when that is dead. */
    private static boolean isBoundToServer(CacheEntry entry) {
        return entry.type() == EntryType.STATIC || entry.type() == EntryType.SERVER || entry.has(EntryFlag.TEMPORARY);
    }

    /** The NBMA address that an extension names for a station behind NAT; empty when it names none. */
    static Optional<IpAddress> addressBehindNat(NhrpPacket packet, IpAddress station) {
        return packet.extension(NatAddress.class).flatMap(nat -> nat.entries().stream()
                .filter(entry -> entry.protocolAddress().filter(station::equals).isPresent())
                .findFirst()
                .flatMap(ClientInformationEntry::nbmaAddress));
    }
}
