package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.Optional;

/**
 * FRRouting's mappings of next-hop servers (nhrpd/nhrp_nhs.c): each comes with the server's answer and lives for the holding time;
 * it leaves earlier when a request has waited for 16 s, or when the server is used no more. IOS has static ones.
 */
final class LearnedServers {

    private static final long SECOND = 1_000_000_000L;
    private static final long SILENCE_SECONDS = 16;

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;

    LearnedServers(NhrpTunnel tunnel, NhrpCache cache) {
        this.tunnel = tunnel;
        this.cache = cache;
    }

    /** The server answered a registration. */
    void answered(RegistrationClient client) {
        if (!tunnel.behaviour().has(NhrpSwitch.LEARNS_SERVERS)) {
            return;
        }
        long holdingTimeNanos = tunnel.configuration().holdingTimeSeconds() * SECOND;
        IpAddress server = client.server().protocolAddress();
        CacheEntry present = cache.mapping(server);
        if (present == null) {
            cache.add(new CacheEntry(IpPrefix.host(server), EntryType.SERVER, server, client.server().nbmaAddress(),
                    tunnel.nowNanos()), holdingTimeNanos, "the server answered");
        } else {
            cache.remap(present, EntryType.SERVER, server, client.server().nbmaAddress(), Optional.empty(), holdingTimeNanos,
                    "the server answered");
        }
    }

    /** A request to the server was not answered for so long. */
    void unanswered(RegistrationClient client, long waitedSeconds) {
        if (waitedSeconds >= SILENCE_SECONDS) {
            forget(client, "the server has not answered for " + waitedSeconds + " s");
        }
    }

    /** The server is used no more. */
    void released(RegistrationClient client) {
        forget(client, "the server is used no more");
    }

    private void forget(RegistrationClient client, String reason) {
        CacheEntry present = cache.mapping(client.server().protocolAddress());
        if (present != null && present.type() == EntryType.SERVER) {
            cache.remove(present, reason);
        }
    }
}
