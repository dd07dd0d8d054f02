package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device that translates addresses between uplinks of routers and their transport (RFC 3022). It is no router of the
 * network: it takes no time and has no name.
 */
abstract sealed class AddressTranslator permits StaticTranslator, PortTranslator {

    private final Segment transport;
    private final Origin origin;
    private final List<Attachment> inside = new ArrayList<>(1);
    private Optional<IpAddress> outside;

    /**
     * @param transport what it is attached to
     * @param outside address that the transport knows it by, empty when it has no lease
     * @param origin what says that it is there
     */
    AddressTranslator(Segment transport, Optional<IpAddress> outside, Origin origin) {
        this.transport = transport;
        this.outside = outside;
        this.origin = origin;
    }

    /** An uplink is behind the device. */
    final void add(Attachment attachment) {
        inside.add(attachment);
    }

    /** Uplinks behind the device that are up now, in the order of the model. */
    final List<Attachment> holders() {
        return inside.stream().filter(attachment -> attachment.address().isPresent()).toList();
    }

    /** The uplink behind the device that has an inside address now. */
    final Optional<Attachment> holderOf(IpAddress insideAddress) {
        return inside.stream().filter(attachment -> attachment.address().filter(insideAddress::equals).isPresent())
                .findFirst();
    }

    /** Address that the transport knows the device by. */
    final Optional<IpAddress> outside() {
        return outside;
    }

    /** The transport gives the device another address: what it translated with the old one is forgotten. */
    final void changeOutside(IpAddress newOutside) {
        forgetMappings("the outside address changed to " + newOutside);
        Optional<IpAddress> former = outside;
        outside = Optional.of(newOutside);
        transport.attach(this, former);
    }

    final Origin origin() {
        return origin;
    }

    final Passage dropped(LossCause cause) {
        return new Passage.Dropped(cause, origin);
    }

    /** A packet of an uplink goes out. */
    final Passage outward(Attachment from, IpPacket packet) {
        return outside.isEmpty() ? dropped(LossCause.NO_OUTSIDE_ADDRESS) : outward(from, packet, outside.get());
    }

    /** True when it looks at ports, and so puts fragments together. */
    abstract boolean followsFlows();

    abstract Passage outward(Attachment from, IpPacket packet, IpAddress outsideAddress);

    /** A packet to the outside address comes in. */
    abstract Passage inward(IpPacket packet);

    /** Forgets what packets from inside left behind. */
    abstract void forgetMappings(String reason);
}
