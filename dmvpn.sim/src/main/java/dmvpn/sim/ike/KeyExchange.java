package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.function.Predicate;

/** Key exchange of one router: opens and closes pairs of IPsec security associations for their owners, and answers any peer. */
public interface KeyExchange {

    /** Begins to hear the peers. */
    void start();

    /** Cancels every timer; nothing is sent. */
    void stop();

    /**
     * Negotiates a pair of security associations. Ask only when {@link #isUnderWay} says no and the owner has none with the
     * peer.
     */
    void open(PeerAddresses peer, ChildSaOwner owner);

    /** True while an attempt of either end may give the owner security associations with the peer. */
    boolean isUnderWay(PeerAddresses peer, ChildSaOwner owner);

    /** True when the key exchange itself is authenticated: an IKE SA, or phase 1. */
    boolean isEstablished(PeerAddresses peer);

    /** The key exchanges with the peer, attempts included, the oldest first. */
    List<IkeSession> sessions(PeerAddresses peer);

    /** Deletes the owner's security associations with the peer, and the key exchange when no other owner has some. */
    void close(PeerAddresses peer, ChildSaOwner owner);

    /** Deletes everything about the peers that a condition holds for, and tells them. */
    void clear(Predicate<IpAddress> peer);

    /** Forgets everything about a peer without a message. */
    void abandon(PeerAddresses peer, SaEndReason reason);

    /** An ESP or AH packet is about to go out. */
    void packetToSend(ChildSa child);

    /** A genuine ESP or AH packet came in: the peer lives, and has installed its side. */
    void packetReceived(ChildSa child);

    /**
     * A genuine ESP packet came in, in UDP: what goes to the peer goes to where it came from.
     *
     * @param source address that it came from
     * @param ports ports for the answer to it
     */
    default void packetReceived(ChildSa child, IpAddress source, UdpPorts ports) {
        packetReceived(child);
    }

    /** The UDP ports of the established key exchange with the peer, or those on which one would start. */
    default UdpPorts ports(PeerAddresses peer) {
        return UdpPorts.IKE;
    }

    /** A datagram for port 500, or for port 4500 with anything but ESP. */
    void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram);

    /** The volume of a pair is nearly used up: a new one is wanted. */
    void volumeNearlyUsedUp(ChildSa child);

    /** The volume of a pair is used up. */
    void volumeUsedUp(ChildSa child);

    /** Tables in the form of the router's own commands. */
    List<ShowCommand> showCommands();

    /** State as of now, as data. */
    List<StateTable> stateTables();
}
