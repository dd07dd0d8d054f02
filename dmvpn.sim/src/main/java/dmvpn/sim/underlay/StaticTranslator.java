package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;
import java.util.List;
import java.util.Optional;

/** One outside address for one uplink, in both directions and for all protocols (RFC 3022 section 2.1). */
final class StaticTranslator extends AddressTranslator {

    StaticTranslator(Segment transport, Optional<IpAddress> outside, Origin origin) {
        super(transport, outside, origin);
    }

    @Override
    boolean followsFlows() {
        return false;
    }

    @Override
    Passage outward(Attachment from, IpPacket packet, IpAddress outsideAddress) {
        return new Passage.Passed(from, packet.withSource(outsideAddress));
    }

    @Override
    Passage inward(IpPacket packet) {
        List<Attachment> holders = holders();
        if (holders.isEmpty()) {
            return dropped(LossCause.NO_RECEIVER);
        }
        Attachment holder = holders.getFirst();
        return new Passage.Passed(holder, packet.withDestination(holder.address().orElseThrow()));
    }

    /** The binding is configured: packets leave nothing behind. */
    @Override
    void forgetMappings(String reason) {
    }
}
