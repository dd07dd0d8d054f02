package dmvpn.app.debug;

import dmvpn.app.debug.value.DebugVariable;
import dmvpn.sim.PacketInHand;
import dmvpn.sim.RouterView;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layers of an event: the event itself, then those of its packet from the inside out. */
final class EventLayers {

    private EventLayers() {
    }

    /**
     * @param ofHost whether it is a host's, which is shown at its router
     * @param packet the packet that it is about
     * @param router the router, which knows what configured the layers; empty for a host
     */
    static List<DebugLayer> of(RecordedEvent event, boolean ofHost, Optional<PacketInHand> packet, Optional<RouterView> router) {
        List<DebugLayer> layers = new ArrayList<>();
        layers.add(layer(event, ofHost, packet.map(PacketVariables::of)));
        packet.ifPresent(inHand -> layers.addAll(ofPacket(event, inHand, router)));
        return layers;
    }

    private static DebugLayer layer(RecordedEvent event, boolean ofHost, Optional<DebugVariable> packet) {
        List<DebugVariable> variables = new ArrayList<>();
        variables.add(DebugVariable.of("time", TimeText.instant(event.timeNanos()) + " s"));
        packet.ifPresent(variables::add);
        for (RecordedField field : event.fields()) {
            if (field.isPresent()) {
                variables.add(DebugVariable.of(field.name(), field.value().text()));
            }
        }
        if (!event.reason().isEmpty()) {
            variables.add(DebugVariable.of("reason", event.reason()));
        }
        String host = ofHost ? event.nodeName() + ": " : "";
        return new DebugLayer(host + event.protocol() + " " + event.message(), event.origin(), variables);
    }

    private static List<DebugLayer> ofPacket(RecordedEvent event, PacketInHand packetInHand, Optional<RouterView> router) {
        List<Packet> layers = packetInHand.layers();
        Optional<LayerOrigins> origins = router.map(of -> new LayerOrigins(of.device(), packetInHand.interfaceName(), layers));
        return layers.reversed().stream()
                .map(layer -> new DebugLayer(layer.protocol(),
                        origins.map(known -> known.of(layer)).orElse(event.origin()), PacketVariables.fieldsOf(layer)))
                .toList();
    }
}
