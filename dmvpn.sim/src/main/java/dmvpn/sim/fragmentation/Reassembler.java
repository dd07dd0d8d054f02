package dmvpn.sim.fragmentation;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts fragments together (RFC 791 section 3.2): those of one source, destination, protocol and identification. What is not
 * complete when the time is over is thrown away.
 */
public final class Reassembler implements EventHandler {

    /** The initial value of RFC 791 section 3.2, which routers use. */
    public static final long ROUTER_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** What hosts use ({@code net.ipv4.ipfrag_time} of Linux; RFC 1122 section 3.3.2 asks for a fixed value). */
    public static final long HOST_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Scheduler scheduler;
    private final long timeoutNanos;
    private final Map<Datagram, Collected> collected = new LinkedHashMap<>();

    /** What pieces have in common. */
    private record Datagram(IpAddress source, IpAddress destination, int protocolNumber, int identification) {

        static Datagram of(IpPacket fragment) {
            return new Datagram(fragment.source(), fragment.destination(), fragment.protocolNumber(),
                    fragment.identification());
        }
    }

    /** The pieces of a packet so far, by their offsets. */
    private static final class Collected {

        private final Datagram datagram;
        private final Consumer<Incomplete> whenThrownAway;
        private final TreeMap<Integer, IpPacket> pieces = new TreeMap<>();
        private long timer = Scheduler.NO_TIMER;

        private Collected(Datagram datagram, Consumer<Incomplete> whenThrownAway) {
            this.datagram = datagram;
            this.whenThrownAway = whenThrownAway;
        }

        /** True when the pieces cover everything from the first byte to that of the last piece. */
        private boolean isComplete() {
            int covered = 0;
            for (IpPacket packet : pieces.values()) {
                IpFragment piece = (IpFragment) packet.content();
                if (piece.offsetBytes() > covered) {
                    return false;
                }
                covered = Math.max(covered, piece.offsetBytes() + piece.pieceBytes());
                if (!piece.moreFollow()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A packet of which not all pieces came in time, or whose pieces are of different packets.
     *
     * @param piece the first piece when it came, else another one
     * @param pieces number of pieces that came
     * @param cause what went wrong
     */
    public record Incomplete(IpPacket piece, int pieces, Cause cause) {

        /** True when the beginning of the packet came, so that its sender can be told (RFC 792, Time Exceeded). */
        public boolean hasBeginning() {
            return ((IpFragment) piece.content()).offsetBytes() == 0;
        }
    }

    /** What went wrong. */
    public enum Cause {
        /** A piece is missing. */
        TIMEOUT("a fragment did not come in time"),
        /** RFC 4963 section 3: an identification was used again too soon; the checksum finds out. */
        MIXED("fragments of two packets have one identification, and the checksum is wrong");

        private final String text;

        Cause(String text) {
            this.text = text;
        }

        /** The cause for people. */
        public String text() {
            return text;
        }
    }

    /** @param timeoutNanos how long it waits from the first piece on */
    public Reassembler(Scheduler scheduler, long timeoutNanos) {
        this.scheduler = scheduler;
        this.timeoutNanos = timeoutNanos;
    }

    /**
     * Takes a fragment.
     *
     * @param whenThrownAway told when it comes to nothing; counts when the fragment is the first to come of its packet
     * @return the whole packet when nothing is missing any more
     */
    public Optional<IpPacket> add(IpPacket fragment, Consumer<Incomplete> whenThrownAway) {
        Datagram datagram = Datagram.of(fragment);
        Collected pieces = collected.computeIfAbsent(datagram, absent -> new Collected(absent, whenThrownAway));
        pieces.pieces.merge(((IpFragment) fragment.content()).offsetBytes(), fragment, Reassembler::longer);
        if (!pieces.isComplete()) {
            if (pieces.timer == Scheduler.NO_TIMER) {
                pieces.timer = scheduler.schedule(scheduler.nowNanos() + timeoutNanos, Order.TIMER, this, 0, pieces);
            }
            return Optional.empty();
        }
        collected.remove(datagram);
        scheduler.cancel(pieces.timer);
        return whole(pieces);
    }

    private static IpPacket longer(IpPacket one, IpPacket other) {
        return ((IpFragment) other.content()).pieceBytes() > ((IpFragment) one.content()).pieceBytes() ? other : one;
    }

    private Optional<IpPacket> whole(Collected pieces) {
        IpPacket first = pieces.pieces.firstEntry().getValue();
        IpFragment.OfPacket beginning = (IpFragment.OfPacket) first.content();
        boolean mixed = pieces.pieces.values().stream()
                .anyMatch(piece -> ((IpFragment.OfPacket) piece.content()).whole() != beginning.whole());
        if (mixed) {
            pieces.whenThrownAway.accept(new Incomplete(first, pieces.pieces.size(), Cause.MIXED));
            return Optional.empty();
        }
        return Optional.of(first.withContent(beginning.whole()));
    }

    @Override
    public void handle(int kind, Object payload) {
        Collected late = (Collected) payload;
        collected.remove(late.datagram);
        late.whenThrownAway.accept(new Incomplete(late.pieces.firstEntry().getValue(), late.pieces.size(), Cause.TIMEOUT));
    }

    /** Forgets everything: the node loses its power. */
    public void clear() {
        collected.values().forEach(pieces -> scheduler.cancel(pieces.timer));
        collected.clear();
    }
}
