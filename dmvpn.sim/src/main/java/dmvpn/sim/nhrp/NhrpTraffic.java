package dmvpn.sim.nhrp;

import dmvpn.sim.nhrp.message.MessageType;
import java.util.EnumMap;
import java.util.Map;

/** How many NHRP packets of each kind an interface has sent, those passed on included, passed on and received since its start. */
final class NhrpTraffic {

    private final Map<MessageType, Long> sent = new EnumMap<>(MessageType.class);
    private final Map<MessageType, Long> forwarded = new EnumMap<>(MessageType.class);
    private final Map<MessageType, Long> received = new EnumMap<>(MessageType.class);
    private long droppedOverLimit;
    private long suppressedRedirects;

    void countSent(MessageType type) {
        sent.merge(type, 1L, Long::sum);
    }

    void countForwarded(MessageType type) {
        forwarded.merge(type, 1L, Long::sum);
    }

    void countReceived(MessageType type) {
        received.merge(type, 1L, Long::sum);
    }

    void countDroppedOverLimit() {
        droppedOverLimit++;
    }

    /** A redirect was due that its pair of source and destination had a short time ago. */
    void countSuppressedRedirect() {
        suppressedRedirects++;
    }

    long sent(MessageType type) {
        return sent.getOrDefault(type, 0L);
    }

    long forwarded(MessageType type) {
        return forwarded.getOrDefault(type, 0L);
    }

    long received(MessageType type) {
        return received.getOrDefault(type, 0L);
    }

    long droppedOverLimit() {
        return droppedOverLimit;
    }

    long suppressedRedirects() {
        return suppressedRedirects;
    }

    long allSent() {
        return sent.values().stream().mapToLong(Long::longValue).sum();
    }

    long allForwarded() {
        return forwarded.values().stream().mapToLong(Long::longValue).sum();
    }

    long allReceived() {
        return received.values().stream().mapToLong(Long::longValue).sum();
    }
}
