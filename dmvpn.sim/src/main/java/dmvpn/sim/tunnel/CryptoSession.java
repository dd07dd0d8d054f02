package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;

/**
 * What a tunnel has with one peer to protect it, as tables show it.
 *
 * @param local own NBMA address
 * @param remote NBMA address of the peer
 * @param pairs pairs of IPsec security associations; 0 while there are none
 * @param peerIdentity what the peer calls itself in the key exchange; empty before it did
 * @param details its lines in {@code show dmvpn detail} of IOS-XE
 */
public record CryptoSession(IpAddress local, IpAddress remote, int pairs, String peerIdentity, String details) {

    /** True when packets can be sent. */
    public boolean isUp() {
        return pairs > 0;
    }
}
