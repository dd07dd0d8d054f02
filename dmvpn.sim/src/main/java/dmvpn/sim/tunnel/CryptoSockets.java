package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import java.util.List;

/**
 * The coupling of NHRP and IPsec on one tunnel: a socket is one pair of NBMA addresses that must be protected. An
 * unprotected tunnel has an implementation whose sockets are up at once.
 */
public interface CryptoSockets {

    /** State of a socket. */
    enum SocketState {
        /** Nobody asked for it. */
        NONE,
        /** IKE is under way, or failed and waits for the next request. */
        OPENING,
        /** Security associations are installed. */
        UP
    }

    /** True when the tunnel is protected by IPsec. */
    boolean isProtected();

    /**
     * Asks for a socket to a peer: starts IKE when there is no security association and no exchange under way. Asking
     * again while an attempt is under way does nothing; asking after a failed attempt starts a new one.
     */
    void open(IpAddress peerNbmaAddress);

    /** NHRP no longer needs the socket: security associations are deleted and the peer is told. */
    void close(IpAddress peerNbmaAddress);

    /** Current state of the socket to a peer. */
    SocketState state(IpAddress peerNbmaAddress);

    /** True when security associations lead to that far end, and not only to another one behind the same NAT. */
    default boolean isUp(FarEnd farEnd) {
        return state(farEnd.nbmaAddress()) == SocketState.UP;
    }

    /** Where packets for an address of the peer go: behind NAT the peer may have another one by now than NHRP knows. */
    default IpAddress currentAddress(IpAddress peerNbmaAddress) {
        return peerNbmaAddress;
    }

    /**
     * True when an IKE security association with the peer exists, with or without IPsec security associations: what
     * {@code show dmvpn} needs to tell the state {@code IKE} from {@code IPSEC}.
     */
    default boolean isKeyExchangeUp(IpAddress peerNbmaAddress) {
        return isProtected() && state(peerNbmaAddress) == SocketState.UP;
    }

    /** What tables show of the sockets; none of an unprotected tunnel. */
    default List<CryptoSession> sessions() {
        return List.of();
    }

    /** Tells about socket changes from now on. */
    void addListener(CryptoSocketListener listener);

    /** Told when sockets go up and down. */
    interface CryptoSocketListener {
        /** Security associations with the peer are installed and usable in both directions as far as this end knows. */
        void socketUp(IpAddress peerNbmaAddress);

        /**
         * The last security association with the peer is gone.
         *
         * @param reason for people, from a small set
         */
        void socketDown(IpAddress peerNbmaAddress, String reason);
    }
}
