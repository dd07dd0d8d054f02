package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.ospf.OspfTraceEvent.PacketEvent;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.OspfBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Sends updates and acknowledgments. What is flooded out of an interface in one instant goes in one packet, and the next packet
 * some time later; so do delayed acknowledgments (RFC 2328 sections 13.3 and 13.5).
 */
final class FloodingSender {

    private final OspfContext context;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler floodHandler = this::floodDue;
    private final EventHandler acknowledgmentHandler = this::acknowledgmentDue;

    FloodingSender(OspfContext context) {
        this.context = context;
    }

    /** Floods to all neighbours of an interface. */
    void flood(OspfPort port, DatabaseEntry entry) {
        port.toFlood().put(entry.key(), entry);
        scheduleFlood(port);
    }

    /** Floods to one neighbour of an interface where each gets packets of its own. */
    void flood(OspfNeighbor neighbor, DatabaseEntry entry) {
        neighbor.toFlood().put(entry.key(), entry);
        neighbor.port().neighborsToFlood().add(neighbor);
        scheduleFlood(neighbor.port());
    }

    private void scheduleFlood(OspfPort port) {
        OspfPort.PortTimers timers = port.timers();
        if (!context.scheduler().isPending(timers.flood)) {
            long delay = Math.max(0, timers.nextFloodNanos - context.nowNanos());
            timers.flood = context.scheduler().after(delay, floodHandler, 0, port);
        }
    }

    private void floodDue(int kind, Object payload) {
        OspfPort port = (OspfPort) payload;
        port.timers().nextFloodNanos = context.nowNanos() + OspfTimers.FLOOD_PACING_NANOS;
        if (port.isSpeaking()) {
            updates(port, port.floodingGroup(), aged(port.toFlood().values()), "sent");
            for (OspfNeighbor neighbor : port.neighborsToFlood()) {
                updates(port, neighbor.address(), aged(neighbor.toFlood().values()), "sent");
                neighbor.toFlood().clear();
            }
        }
        port.toFlood().clear();
        port.neighborsToFlood().clear();
    }

    private List<LinkStateAdvertisement> aged(Collection<DatabaseEntry> entries) {
        List<LinkStateAdvertisement> aged = new ArrayList<>(entries.size());
        entries.forEach(entry -> aged.add(entry.aged(context.nowNanos(), OspfTimers.TRANSMIT_DELAY_SECONDS)));
        return aged;
    }

    /** Sends advertisements in as few packets as the MTU allows; one that is larger goes alone and is fragmented by IP. */
    void updates(OspfPort port, IpAddress destination, List<LinkStateAdvertisement> advertisements, String what) {
        List<LinkStateAdvertisement> packet = new ArrayList<>();
        int room = port.contentBytes() - OspfBody.LinkStateUpdate.FIXED_BYTES;
        int bytes = 0;
        for (LinkStateAdvertisement advertisement : advertisements) {
            if (!packet.isEmpty() && bytes + advertisement.lengthBytes() > room) {
                update(port, destination, packet, what);
                packet = new ArrayList<>();
                bytes = 0;
            }
            packet.add(advertisement);
            bytes += advertisement.lengthBytes();
        }
        if (!packet.isEmpty()) {
            update(port, destination, packet, what);
        }
    }

    void update(OspfPort port, IpAddress destination, List<LinkStateAdvertisement> advertisements, String what) {
        OspfBody.LinkStateUpdate update = new OspfBody.LinkStateUpdate(advertisements);
        context.record(new PacketEvent(what, port.name(), destination, update));
        port.send(destination, update);
    }

    /** Acknowledges at once. */
    void acknowledge(OspfPort port, IpAddress destination, List<LinkStateHeader> headers) {
        int perPacket = Math.max(1, port.contentBytes() / LinkStateHeader.BYTES);
        for (int start = 0; start < headers.size(); start += perPacket) {
            OspfBody.LinkStateAcknowledgment acknowledgment = new OspfBody.LinkStateAcknowledgment(
                    headers.subList(start, Math.min(headers.size(), start + perPacket)));
            context.record(new PacketEvent("sent", port.name(), destination, acknowledgment));
            port.send(destination, acknowledgment);
        }
    }

    /** Acknowledges together with what arrives soon; where packets go to each neighbour by itself, to who sent it alone. */
    void acknowledgeLater(OspfPort port, OspfNeighbor neighbor, LinkStateHeader header) {
        IpAddress destination = port.isUnicast() ? neighbor.address() : port.floodingGroup();
        port.delayedAcknowledgments().computeIfAbsent(destination, each -> new LinkedHashMap<>()).put(header.key(), header);
        if (!context.scheduler().isPending(port.timers().acknowledgment)) {
            port.timers().acknowledgment = context.scheduler()
                    .after(OspfTimers.DELAYED_ACKNOWLEDGMENT_NANOS, acknowledgmentHandler, 0, port);
        }
    }

    private void acknowledgmentDue(int kind, Object payload) {
        OspfPort port = (OspfPort) payload;
        if (port.isSpeaking()) {
            port.delayedAcknowledgments().forEach((destination, headers) ->
                    acknowledge(port, destination, List.copyOf(headers.values())));
        }
        port.delayedAcknowledgments().clear();
    }

    /** The interface goes down: nothing waits any more. */
    void stop(OspfPort port) {
        context.scheduler().cancel(port.timers().flood);
        context.scheduler().cancel(port.timers().acknowledgment);
        port.toFlood().clear();
        port.neighborsToFlood().clear();
        port.delayedAcknowledgments().clear();
    }
}
