package dmvpn.app.debug;

import static dmvpn.app.debug.breakpoint.Direction.SENT;

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
import java.util.stream.Stream;

/**
 * The packets that crossed wires during the last steps of a run, each with its place among the events of the trace. A step
 * may receive one packet and send others; each of its events has its own.
 */
final class StepPackets implements PacketTap {

    private record Crossing(int eventsBefore, Direction direction, PacketInHand packet) {
    }

    /**
     * A step that recorded something.
     *
     * @param firstEvent its first event
     * @param endOfEvents the event behind its last one
     * @param crossings what crossed wires meanwhile
     */
    private record Step(int firstEvent, int endOfEvents, List<Crossing> crossings) {

        boolean has(RecordedEvent event) {
            return event.index() >= firstEvent && event.index() < endOfEvents;
        }
    }

    private final List<Crossing> crossings = new ArrayList<>();
    private BinaryTrace trace;
    /** Who goes to an event that is passed over otherwise, such as a keep-alive, stands on one of the last step that recorded anything. */
    private Step lastRecorded = new Step(0, 0, List.of());
    /** Who runs on without a stop keeps the event of the last step that was worth one. */
    private Step lastStop = lastRecorded;

    /** @param newTrace the trace of the run, which is made with these packets as a tap */
    void attach(BinaryTrace newTrace) {
        trace = newTrace;
    }

    /**
     * Runs a step. One that records nothing leaves the packets of those before as they are.
     *
     * @param worthStopping asked after a step that recorded something whether steps of people stop there
     * @return what the step returns
     */
    boolean during(BooleanSupplier step, BooleanSupplier worthStopping) {
        int eventsBefore = trace.size();
        crossings.clear();
        boolean more = step.getAsBoolean();
        if (trace.size() > eventsBefore) {
            lastRecorded = new Step(eventsBefore, trace.size(), List.copyOf(crossings));
            if (worthStopping.getAsBoolean()) {
                lastStop = lastRecorded;
            }
        }
        return more;
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        crossings.add(new Crossing(trace.size(), direction,
                new PacketInHand(node, trace.nodeNames().get(node), interfaceName, direction, timeNanos, packet)));
    }

    /**
     * The packet of an event: for one that says so the one that is sent next, for every other the one that was received last;
     * none for an event without packet, such as a timer's, and for one of a step that is past.
     */
    Optional<PacketInHand> of(RecordedEvent event) {
        return Stream.of(lastRecorded, lastStop).filter(step -> step.has(event)).findFirst()
                .flatMap(step -> SENT.isOf(event) ? sentWith(event, step) : receivedBefore(event, step));
    }

    /** The next one of its kind; the last one before when the protocol reports what it has sent already. */
    private static Optional<PacketInHand> sentWith(RecordedEvent event, Step step) {
        List<Crossing> sent = step.crossings.stream()
                .filter(crossing -> crossing.direction == Direction.SENT && crossing.packet.node() == event.node())
                .filter(crossing -> crossing.packet.layers().stream().map(Packet::protocol).anyMatch(event.protocol()::equals))
                .toList();
        return sent.stream().filter(crossing -> crossing.eventsBefore > event.index()).findFirst()
                .or(() -> sent.stream().reduce((earlier, later) -> later))
                .map(Crossing::packet);
    }

    private static Optional<PacketInHand> receivedBefore(RecordedEvent event, Step step) {
        return step.crossings.stream()
                .filter(crossing -> crossing.direction == Direction.RECEIVED && crossing.eventsBefore <= event.index()
                        && crossing.packet.node() == event.node())
                .map(Crossing::packet)
                .reduce((earlier, later) -> later);
    }
}
