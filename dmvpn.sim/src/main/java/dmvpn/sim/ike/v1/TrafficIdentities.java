package dmvpn.sim.ike.v1;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.packet.IpPacket;
import java.util.ArrayList;
import java.util.List;

/**
 * Between which addresses quick mode protects GRE: the identities (RFC 2407 section 4.6.2), and with a NAT on the way and
 * transport mode the addresses that each end knows (RFC 3947 section 5.2), the initiator's first.
 */
final class TrafficIdentities {

    private TrafficIdentities() {
    }

    /** What an initiator asks for: GRE between the two addresses that it knows. */
    static List<IsakmpPayload> offered(IsakmpSa sa) {
        List<IsakmpPayload> payloads = new ArrayList<>(List.of(gre(sa.peer().local()), gre(sa.peer().remote())));
        boolean transportMode = sa.profile().transforms().stream()
                .anyMatch(transform -> transform.mode() == EncapsulationMode.TRANSPORT);
        if (sa.nat.isTranslated() && transportMode) {
            payloads.addAll(originalAddresses(sa.peer().local(), sa.peer().remote()));
        }
        return payloads;
    }

    /** What a responder agrees to: the identities as they came, and the addresses that it knows. */
    static List<IsakmpPayload> answered(IsakmpSa sa, IsakmpPacket request, EncapsulationMode mode) {
        List<IsakmpPayload> payloads = new ArrayList<>(identities(request));
        if (sa.nat.isTranslated() && mode == EncapsulationMode.TRANSPORT) {
            payloads.addAll(originalAddresses(sa.peer().remote(), sa.peer().local()));
        }
        return payloads;
    }

    private static List<IsakmpPayload> originalAddresses(IpAddress initiator, IpAddress responder) {
        return List.of(new IsakmpPayload.NatOriginalAddress(initiator), new IsakmpPayload.NatOriginalAddress(responder));
    }

    private static IsakmpPayload.Identification gre(IpAddress address) {
        return new IsakmpPayload.Identification(new Identity.Address(address), IpPacket.GRE);
    }

    private static List<IsakmpPayload.Identification> identities(IsakmpPacket message) {
        return message.payloads().stream().filter(IsakmpPayload.Identification.class::isInstance)
                .map(IsakmpPayload.Identification.class::cast).toList();
    }

    /**
     * True when a request is about GRE between the two ends. In transport mode the IP header is the translated one, so that the
     * identity of an end behind NAT may be the address that the initiator knows for it; in tunnel mode that address is in the
     * header inside, and a GRE packet for it would reach no tunnel.
     */
    static boolean match(IsakmpSa sa, IsakmpPacket request, EncapsulationMode mode) {
        List<IsakmpPayload.Identification> identities = identities(request);
        List<IpAddress> original = request.payloads().stream().filter(IsakmpPayload.NatOriginalAddress.class::isInstance)
                .map(IsakmpPayload.NatOriginalAddress.class::cast).map(IsakmpPayload.NatOriginalAddress::address).toList();
        boolean originalCounts = mode == EncapsulationMode.TRANSPORT && original.size() == 2;
        return identities.size() == 2
                && (identities.get(0).equals(gre(sa.peer().remote()))
                        || originalCounts && sa.nat.remoteBehindNat() && identities.get(0).equals(gre(original.get(0))))
                && (identities.get(1).equals(gre(sa.peer().local()))
                        || originalCounts && sa.nat.localBehindNat() && identities.get(1).equals(gre(original.get(1))));
    }
}
