package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.ike.PeerAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The protection of one pair of NBMA addresses: who uses it and which security associations serve it. */
final class ProtectedSocket {

    private final PeerAddresses peer;
    private final List<Use> uses = new ArrayList<>(1);
    private final List<EspSa> securityAssociations = new ArrayList<>(2);
    private EspSa outbound;
    private long encapsulatedBefore;
    private long decapsulatedBefore;
    private long sendErrorsBefore;
    private long receiveErrorsBefore;
    private long upSinceNanos;

    /** A tunnel that needs it, and the address by which it asked: behind NAT that may be a former one of the peer. */
    private record Use(ProtectedTunnel tunnel, IpAddress address) {
    }

    ProtectedSocket(PeerAddresses peer) {
        this.peer = peer;
    }

    PeerAddresses peer() {
        return peer;
    }

    boolean isUp() {
        return !securityAssociations.isEmpty();
    }

    /** True when a security association leads to the station that calls itself so; empty for any. */
    boolean isUpFor(Optional<IpAddress> claimed) {
        for (EspSa sa : securityAssociations) {
            if (leadsTo(sa, claimed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsTo(EspSa sa, Optional<IpAddress> claimed) {
        Optional<IpAddress> own = sa.child().peerOwnAddress();
        return claimed.isEmpty() || own.isEmpty() || claimed.equals(own);
    }

    boolean isUsed() {
        return !uses.isEmpty();
    }

    boolean isUsedBy(ProtectedTunnel tunnel) {
        return uses.stream().anyMatch(use -> use.tunnel() == tunnel);
    }

    /** @param address by which the tunnel knows the peer */
    void addUser(ProtectedTunnel tunnel, IpAddress address) {
        Use use = new Use(tunnel, address);
        if (!uses.contains(use)) {
            uses.add(use);
        }
    }

    void removeUser(ProtectedTunnel tunnel, IpAddress address) {
        uses.remove(new Use(tunnel, address));
    }

    /** A tunnel needs it no more, by whatever address. */
    void removeUser(ProtectedTunnel tunnel) {
        uses.removeIf(use -> use.tunnel() == tunnel);
    }

    /** Gives its users to another socket. */
    void handOverUsers(ProtectedSocket other) {
        uses.forEach(use -> other.addUser(use.tunnel(), use.address()));
        uses.clear();
    }

    /** Gives the users that know the peer by an address to another socket. */
    void handOverUsersOf(IpAddress address, ProtectedSocket other) {
        uses.stream().filter(use -> use.address().equals(address)).forEach(use -> other.addUser(use.tunnel(), address));
        uses.removeIf(use -> use.address().equals(address));
    }

    /** A pair leads to another address of its peer, with what it has counted. */
    void handOver(EspSa sa, ProtectedSocket other) {
        securityAssociations.remove(sa);
        chooseOutbound();
        sa.moveTo(other);
        other.add(sa);
    }

    List<EspSa> securityAssociations() {
        return securityAssociations;
    }

    /** The pair that carries what this router sends to the station that calls itself so, empty for any; or null. */
    EspSa outbound(Optional<IpAddress> claimed) {
        return outbound == null || leadsTo(outbound, claimed) ? outbound : choose(claimed);
    }

    /** The pair that carries what this router sends, or null. */
    EspSa outbound() {
        return outbound;
    }

    void add(EspSa sa) {
        if (securityAssociations.isEmpty()) {
            upSinceNanos = sa.child().installedAtNanos();
        }
        securityAssociations.add(sa);
        chooseOutbound();
    }

    void remove(EspSa sa) {
        securityAssociations.remove(sa);
        encapsulatedBefore += sa.encapsulated();
        decapsulatedBefore += sa.decapsulated();
        sendErrorsBefore += sa.sendErrors();
        receiveErrorsBefore += sa.receiveErrors();
        chooseOutbound();
    }

    /** Chooses anew what carries outgoing packets; to be called when readiness changed. */
    void chooseOutbound() {
        outbound = choose(Optional.empty());
    }

    private EspSa choose(Optional<IpAddress> claimed) {
        EspSa chosen = null;
        for (EspSa candidate : securityAssociations) {
            if (candidate.child().isOutboundReady() && leadsTo(candidate, claimed)
                    && (chosen == null || candidate.child().isPreferredTo(chosen.child()))) {
                chosen = candidate;
            }
        }
        return chosen;
    }

    /** Packets to the peer, over rekeys. */
    long encapsulated() {
        return encapsulatedBefore + securityAssociations.stream().mapToLong(EspSa::encapsulated).sum();
    }

    /** Packets from the peer, over rekeys. */
    long decapsulated() {
        return decapsulatedBefore + securityAssociations.stream().mapToLong(EspSa::decapsulated).sum();
    }

    /** A packet for the peer came while no pair could carry it. */
    void countSendError() {
        sendErrorsBefore++;
    }

    /** Packets to the peer that could not be protected, over rekeys. */
    long sendErrors() {
        return sendErrorsBefore + securityAssociations.stream().mapToLong(EspSa::sendErrors).sum();
    }

    /** Packets that were said to be from the peer and were refused, over rekeys. */
    long receiveErrors() {
        return receiveErrorsBefore + securityAssociations.stream().mapToLong(EspSa::receiveErrors).sum();
    }

    /** Since when it is up without a break; only for one that is up. */
    long upSinceNanos() {
        return upSinceNanos;
    }

    /** Security associations that are installed: one in each direction, two with an Authentication Header. */
    int activeSecurityAssociations() {
        return securityAssociations.stream().mapToInt(sa ->
                sa.authenticationHeader().isPresent() && sa.transform().isEsp() ? 4 : 2).sum();
    }
}
