package dmvpn.sim.ike;

import dmvpn.network.crypto.IkeVersion;

/**
 * One IKE SA with a peer, or an attempt at one, as {@code show crypto session} of IOS-XE lists it.
 *
 * @param version which protocol
 * @param connectionId its number in the tables of IKE
 * @param active false for an attempt
 * @param peer the two ends
 * @param ports where they talk
 * @param capabilities letters of what is used on it, in the order of the legend; empty for none
 * @param remainingNanos what its lifetime has left; 0 for an attempt
 * @param peerIdentity what the peer calls itself; empty before it did
 */
public record IkeSession(IkeVersion version, int connectionId, boolean active, PeerAddresses peer, UdpPorts ports,
        String capabilities, long remainingNanos, String peerIdentity) {

    /** The session of a peer with whom nothing is up or under way. */
    public static IkeSession inactive(IkeVersion version, PeerAddresses peer) {
        return new IkeSession(version, 0, false, peer, UdpPorts.IKE, "", 0, "");
    }

    /** Letters of the capabilities that the simulator has (Cisco IOS Security Command Reference, show crypto session). */
    public static String capabilities(boolean deadPeerDetection, boolean natTraversal) {
        return (deadPeerDetection ? "D" : "") + (natTraversal ? "N" : "");
    }

    /** The number of the session: attempts and IKEv1 have none, and IOS prints 0. */
    public int sessionId() {
        return active && version == IkeVersion.IKEV2 ? connectionId : 0;
    }
}
