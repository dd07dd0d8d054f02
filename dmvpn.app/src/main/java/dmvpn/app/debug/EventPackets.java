package dmvpn.app.debug;

import dmvpn.app.packet.ShownPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Collects the packets of events of a run. */
public final class EventPackets {

    private EventPackets() {
    }

    /**
     * The packets of events in their order; those without one have none. The session stays where it is: another one is run.
     *
     * @param events indices in the trace
     * @param enough asked now and then: the way may be long
     * @return fewer when somebody had enough before
     */
    public static List<ShownPacket> of(DebugSession session, Collection<Integer> events, BooleanSupplier enough) {
        DebugSession run = session.another();
        List<ShownPacket> packets = new ArrayList<>();
        for (int event : new TreeSet<>(events)) {
            if (!enough.getAsBoolean() && run.goToEvent(event, enough)) {
                run.seen().packetInHand().ifPresent(packets::add);
            }
        }
        return packets;
    }
}
