package dmvpn.network.crypto;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/** How the ends of a key exchange prove to each other who they are. */
public sealed interface PeerAuthentication {

    /** Where it was written. */
    Origin origin();

    /**
     * Pre-shared keys.
     *
     * @param everybody key for each peer without one of its own, empty for none
     * @param peers keys for single peers; the first that has an address counts
     * @param origin where they were written
     */
    record PreSharedKeys(Optional<Secret> everybody, List<PeerKey> peers, Origin origin) implements PeerAuthentication {

        /** Keeps an immutable copy of the list. */
        public PreSharedKeys {
            peers = List.copyOf(peers);
        }

        /** One key for all peers. */
        public static PreSharedKeys forEverybody(Secret secret) {
            return new PreSharedKeys(Optional.of(secret), List.of(), secret.origin());
        }

        /** The key for the peer at an NBMA address, empty when there is none. */
        public Optional<Secret> keyFor(IpAddress nbmaAddress) {
            return peers.stream().filter(peer -> peer.addresses().contains(nbmaAddress)).map(PeerKey::secret).findFirst()
                    .or(() -> everybody);
        }
    }

    /**
     * Certificates of one authority.
     *
     * @param trustpoint name of the authority on the routers
     * @param signature how a router signs
     * @param origin where they were written
     */
    record Certificates(String trustpoint, SignatureAlgorithm signature, Origin origin) implements PeerAuthentication {
    }
}
