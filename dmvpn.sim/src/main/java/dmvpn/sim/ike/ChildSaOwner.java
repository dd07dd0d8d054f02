package dmvpn.sim.ike;

import dmvpn.network.crypto.IpsecProfile;
import java.util.Optional;

/** Who needs IPsec security associations and how they must be: the tunnels that share one protection. */
public interface ChildSaOwner {

    /** Proposals, secret and lifetimes. */
    IpsecProfile profile();

    /** VRF of what the tunnels carry, empty for the global table. */
    Optional<String> insideVrf();

    /** An SPI for packets to this router that no other security association has (RFC 4303 section 2.1). */
    long allocateSpi();

    /** A pair of security associations is negotiated: packets may come in on it, and go out once it allows. */
    void installed(ChildSa child);

    /** The peer is known to have installed its side of a pair that replaces another: packets may go out on it. */
    void outboundReady(ChildSa child);

    /**
     * The peer of a pair is behind NAT and has another outside address: the pair leads there now.
     *
     * @param former where it led before
     */
    void moved(ChildSa child, PeerAddresses former);

    /** A pair of security associations is gone in both directions. */
    void removed(ChildSa child, SaEndReason reason);
}
