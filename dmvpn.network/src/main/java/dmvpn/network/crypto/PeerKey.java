package dmvpn.network.crypto;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * A pre-shared key for one peer. Main mode finds the key by the peer's address, since it is needed before the peer says who
 * it is (RFC 2409 section 5.4).
 *
 * @param peer what people call the peer: a router, or its address
 * @param addresses NBMA addresses of the peer, at least one
 * @param secret the key
 * @param origin where it was written
 */
public record PeerKey(String peer, List<IpAddress> addresses, Secret secret, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public PeerKey {
        addresses = List.copyOf(addresses);
    }
}
