package dmvpn.sim.scenario;

import dmvpn.network.scenario.CountedMessage;
import dmvpn.network.scenario.Expectation.MessageDirection;
import dmvpn.sim.eigrp.EigrpTraceEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.trace.TraceEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the messages of each router since the start of the run. */
final class MessageCounter {

    private record Key(int node, MessageDirection direction, CountedMessage message) {
    }

    private final Map<Key, Long> counts = new HashMap<>();

    /** Counts an event of a router; answers whether it was a message. */
    boolean count(int node, TraceEvent event) {
        return switch (event) {
            case NhrpTraceEvent.PacketEvent packet -> count(node, direction(packet.fate()), message(packet));
            case EigrpTraceEvent.PacketEvent packet -> count(node, direction(packet.what()), message(packet));
            default -> false;
        };
    }

    private boolean count(int node, Optional<MessageDirection> direction, Optional<CountedMessage> message) {
        if (direction.isEmpty() || message.isEmpty()) {
            return false;
        }
        counts.merge(new Key(node, direction.get(), message.get()), 1L, Long::sum);
        return true;
    }

    private static Optional<MessageDirection> direction(NhrpTraceEvent.PacketFate fate) {
        return switch (fate) {
            case SENT -> Optional.of(MessageDirection.SENT);
            case RECEIVED -> Optional.of(MessageDirection.RECEIVED);
            case FORWARDED -> Optional.of(MessageDirection.FORWARDED);
            case DROPPED -> Optional.empty();
        };
    }

    /** A repeated packet is the same message. */
    private static Optional<MessageDirection> direction(String what) {
        return switch (what) {
            case "sent" -> Optional.of(MessageDirection.SENT);
            case "received" -> Optional.of(MessageDirection.RECEIVED);
            default -> Optional.empty();
        };
    }

    private static Optional<CountedMessage> message(NhrpTraceEvent.PacketEvent event) {
        return Optional.of(switch (event.packet().type()) {
            case RESOLUTION_REQUEST -> CountedMessage.RESOLUTION_REQUEST;
            case RESOLUTION_REPLY -> CountedMessage.RESOLUTION_REPLY;
            case REGISTRATION_REQUEST -> CountedMessage.REGISTRATION_REQUEST;
            case REGISTRATION_REPLY -> CountedMessage.REGISTRATION_REPLY;
            case PURGE_REQUEST -> CountedMessage.PURGE_REQUEST;
            case PURGE_REPLY -> CountedMessage.PURGE_REPLY;
            case ERROR_INDICATION -> CountedMessage.ERROR_INDICATION;
            case TRAFFIC_INDICATION -> CountedMessage.REDIRECT;
        });
    }

    private static Optional<CountedMessage> message(EigrpTraceEvent.PacketEvent event) {
        return switch (event.packet().opcode()) {
            case UPDATE -> Optional.of(CountedMessage.EIGRP_UPDATE);
            case QUERY -> Optional.of(CountedMessage.EIGRP_QUERY);
            case REPLY -> Optional.of(CountedMessage.EIGRP_REPLY);
            case HELLO -> Optional.empty();
        };
    }

    /** How many there were so far. */
    long count(int node, MessageDirection direction, CountedMessage message) {
        return counts.getOrDefault(new Key(node, direction, message), 0L);
    }
}
