package dmvpn.sim.nhrp;

import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What no rule of RFC 2332 fixes and platforms do in their own ways: hop counts of new packets, and the order of extensions. */
final class PacketForm {

    /** FRRouting nhrpd/nhrp_packet.c. */
    private static final int FRR_HOP_COUNT = 64;
    /** Transit records, responder, NAT (FRRouting nhrpd/nhrp_packet.c, nhrpd/nhrp_nhs.c). */
    private static final List<Integer> FRR_ORDER = List.of(4, 5, 3, 9);

    private final NhrpBehaviour behaviour;

    PacketForm(NhrpBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** A packet that this router originates, as its platform sends it. */
    NhrpPacket originated(NhrpPacket packet) {
        NhrpPacket ordered = isRequest(packet) && behaviour.has(NhrpSwitch.PUTS_PASSWORD_LAST)
                ? packet.withExtensions(inOrderOfFrr(packet.extensions())) : packet;
        return ordered.withHeader(ordered.header().withHopCount(initialHopCount(packet)));
    }

    /** A reply has the extensions of its request in their order (RFC 2332 section 5.3). */
    private static boolean isRequest(NhrpPacket packet) {
        return packet instanceof RegistrationRequest || packet instanceof ResolutionRequest;
    }

    private static List<NhrpExtension> inOrderOfFrr(List<NhrpExtension> extensions) {
        return extensions.stream().sorted(Comparator.comparingInt(extension -> FRR_ORDER.indexOf(extension.type()))).toList();
    }

    private int initialHopCount(NhrpPacket packet) {
        if (!behaviour.has(NhrpSwitch.LIMITS_HOPS_BY_MESSAGE)) {
            return NhrpHeader.INITIAL_HOP_COUNT;
        }
        return switch (packet.type()) {
            case REGISTRATION_REQUEST, TRAFFIC_INDICATION -> 1;
            case ERROR_INDICATION -> 0;
            case RESOLUTION_REQUEST, RESOLUTION_REPLY, REGISTRATION_REPLY, PURGE_REQUEST, PURGE_REPLY -> FRR_HOP_COUNT;
        };
    }

    /** The extensions with the sender's own password in the place of any other one. */
    List<NhrpExtension> withPassword(List<NhrpExtension> extensions, Authentication own) {
        List<NhrpExtension> changed = new ArrayList<>(extensions);
        int place = behaviour.has(NhrpSwitch.PUTS_PASSWORD_LAST) ? -1 : placeOfPassword(changed);
        changed.removeIf(Authentication.class::isInstance);
        changed.add(place < 0 ? changed.size() : place, own);
        return changed;
    }

    /** The place of the present one, or the one in the order of types: 3, 4, 5, 7, 9 (debug output of kennie.org, sizes agree). */
    private static int placeOfPassword(List<NhrpExtension> extensions) {
        for (int place = 0; place < extensions.size(); place++) {
            if (extensions.get(place) instanceof Authentication) {
                return place;
            }
        }
        int place = 0;
        while (place < extensions.size() && extensions.get(place).type() < Authentication.TYPE) {
            place++;
        }
        return place;
    }
}
