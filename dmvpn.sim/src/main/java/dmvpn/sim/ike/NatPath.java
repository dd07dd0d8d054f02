package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.NatDetection;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.packet.Octets;
import java.util.Optional;

/**
 * Translating devices between the two ends of an IKE SA, as NAT detection found them (RFC 7296 section 2.23,
 * RFC 3947 section 3.2).
 *
 * @param localBehindNat this end's address is translated
 * @param remoteBehindNat the peer's address is translated
 */
public record NatPath(boolean localBehindNat, boolean remoteBehindNat) {

    /** Nothing in between. */
    public static final NatPath NONE = new NatPath(false, false);

    /** What the hashes of a message of IKE_SA_INIT tell; a peer that sends none knows no NAT traversal. */
    static NatPath of(IkePacket message, PeerAddresses peer, UdpPorts ports) {
        return new NatPath(
                differs(message, NotifyType.NAT_DETECTION_DESTINATION_IP, peer.local(), ports.local()),
                differs(message, NotifyType.NAT_DETECTION_SOURCE_IP, peer.remote(), ports.remote()));
    }

    private static boolean differs(IkePacket message, NotifyType type, IpAddress address, int port) {
        Octets expected = NatDetection.hash(message.initiatorSpi(), message.responderSpi(), address, port);
        Optional<Octets> sent = message.notification(type).map(notify -> notify.data());
        return sent.isPresent() && !sent.get().equals(expected);
    }

    /** True when there is a device on the way. */
    public boolean isTranslated() {
        return localBehindNat || remoteBehindNat;
    }

    /**
     * True when this end goes where the peer's last genuine packet came from. One that is behind NAT itself stays with what it
     * negotiated: otherwise anybody on the way could cut it off with one packet (RFC 7296 section 2.23, RFC 3947 section 6).
     */
    public boolean followsPeer() {
        return remoteBehindNat && !localBehindNat;
    }

    /** Who is behind a NAT, for people. */
    public String text() {
        if (localBehindNat && remoteBehindNat) {
            return "both ends are behind NAT";
        }
        return localBehindNat ? "this end is behind NAT" : "the peer is behind NAT";
    }
}
