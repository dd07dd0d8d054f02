package dmvpn.app.debug;

import dmvpn.sim.PacketInHand;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.underlay.PacketTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The packets that crossed wires during the last step of a run, each with its place among the events of the trace. A step
 * may receive one packet and send others; each of its events has its own.
 */
final class StepPackets implements PacketTap {

    private record Crossing(int eventsBefore, Direction direction, PacketInHand packet) {
    }

    private final List<Crossing> crossings = new ArrayList<>();
    private BinaryTrace trace;
    /** The events of the step: from the first one to the one before the end. */
    private int firstEvent;
    private int endOfEvents;

    /** @param newTrace the trace of the run, which is made with these packets as a tap */
    void attach(BinaryTrace newTrace) {
        trace = newTrace;
    }

    /**
     * Runs a step. A step that records nothing to stop at leaves the packets of the event in hand as they are.
     *
     * @param recorded asked after the step whether it recorded something to stop at
     * @return what the step returns
     */
    boolean during(BooleanSupplier step, BooleanSupplier recorded) {
        int older = crossings.size();
        int eventsBefore = trace.size();
        boolean more = step.getAsBoolean();
        if (recorded.getAsBoolean()) {
            crossings.subList(0, older).clear();
            firstEvent = eventsBefore;
            endOfEvents = trace.size();
        } else {
            crossings.subList(older, crossings.size()).clear();
        }
        return more;
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        crossings.add(new Crossing(trace.size(), direction,
                new PacketInHand(node, trace.nodeNames().get(node), interfaceName, direction, timeNanos, packet)));
    }

    /**
     * The packet of an event: for an event that says so the one that is sent next, for every other the one that was
     * received last; none for an event without packet, such as a timer's, and for one that was passed over when it happened.
     */
    Optional<PacketInHand> of(RecordedEvent event) {
        if (event.index() < firstEvent || event.index() >= endOfEvents) {
            return Optional.empty();
        }
        return isSending(event) ? sentWith(event) : receivedBefore(event);
    }

    private static boolean isSending(RecordedEvent event) {
        return event.message().endsWith(" sent") && !event.message().endsWith("not sent");
    }

    /** The next one of its kind; the last one before when the protocol reports what it has sent already. */
    private Optional<PacketInHand> sentWith(RecordedEvent event) {
        List<Crossing> sent = crossings.stream()
                .filter(crossing -> crossing.direction == Direction.SENT && crossing.packet.node() == event.node())
                .filter(crossing -> crossing.packet.layers().stream().map(Packet::protocol).anyMatch(event.protocol()::equals))
                .toList();
        return sent.stream().filter(crossing -> crossing.eventsBefore > event.index()).findFirst()
                .or(() -> sent.stream().reduce((earlier, later) -> later))
                .map(Crossing::packet);
    }

    private Optional<PacketInHand> receivedBefore(RecordedEvent event) {
        return crossings.stream()
                .filter(crossing -> crossing.direction == Direction.RECEIVED && crossing.eventsBefore <= event.index()
                        && crossing.packet.node() == event.node())
                .map(Crossing::packet)
                .reduce((earlier, later) -> later);
    }
}
