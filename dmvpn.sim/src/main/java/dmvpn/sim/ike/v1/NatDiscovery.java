package dmvpn.sim.ike.v1;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.ike.NatPath;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpPayload.VendorId;
import dmvpn.sim.packet.Octets;
import java.util.List;

/** How the ends of phase 1 find translating devices between them (RFC 3947 section 3), and where they go on (section 4). */
final class NatDiscovery {

    private final IsakmpTransport transport;

    NatDiscovery(IsakmpTransport transport) {
        this.transport = transport;
    }

    /** Takes note of what the peer's first message says that it can do. */
    static void hear(IsakmpSa sa, IsakmpPacket message) {
        sa.peerTraversesNat = message.payloads().contains(VendorId.NAT_TRAVERSAL);
    }

    /** Hashes of the peer's address and of the own one, in this order; none for a peer that does not know them. */
    static List<IsakmpPayload> payloads(IsakmpSa sa) {
        return sa.peerTraversesNat
                ? List.of(hash(sa, sa.peer().remote(), sa.ports.remote()), hash(sa, sa.peer().local(), sa.ports.local()))
                : List.of();
    }

    private static IsakmpPayload.NatDetection hash(IsakmpSa sa, IpAddress address, int port) {
        return new IsakmpPayload.NatDetection(AddressHash.of(sa.suite.hash(), sa, address, port));
    }

    /**
     * Compares the peer's hashes with what is seen here. The first is of this end's address, each further one of an address
     * that the peer may have.
     *
     * @param ports ports for the answer to the message
     */
    void detect(IsakmpSa sa, UdpPorts ports, IsakmpPacket message) {
        List<Octets> hashes = message.payloads().stream().filter(IsakmpPayload.NatDetection.class::isInstance)
                .map(IsakmpPayload.NatDetection.class::cast).map(IsakmpPayload.NatDetection::hash).toList();
        if (hashes.size() < 2) {
            return;
        }
        Octets own = hash(sa, sa.peer().local(), ports.local()).hash();
        Octets remote = hash(sa, sa.peer().remote(), ports.remote()).hash();
        sa.nat = new NatPath(!hashes.getFirst().equals(own), !hashes.subList(1, hashes.size()).contains(remote));
        if (!sa.nat.isTranslated()) {
            return;
        }
        transport.record(sa, new IsakmpTraceEvent.NatDetected(sa.peer(), sa.nat.text()));
        if (sa.isInitiator() && !sa.ports.isNatTraversal()) {
            // RFC 3947 section 4: the initiator moves with its next message, the responder when it has read that.
            sa.ports = UdpPorts.NAT_TRAVERSAL;
        }
    }
}
