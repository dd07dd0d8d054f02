package dmvpn.sim.ospf;

import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.ospf.OspfNeighbor.Exchange;
import dmvpn.sim.ospf.OspfTraceEvent.PacketEvent;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfBody.DatabaseDescription;
import java.util.ArrayList;
import java.util.List;

/** Brings the databases of two neighbours to the same state (RFC 2328 sections 10.6 to 10.9). */
final class DatabaseExchange {

    private static final int DESCRIPTION = 0;
    private static final int REQUEST = 1;
    private static final int SEQUENCES = 1 << 16;
    private static final long SEQUENCE_MASK = 0xffff_ffffL;

    private final OspfContext context;
    private final Neighbors neighbors;
    private final Retransmissions retransmissions;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler repeatHandler = this::repeat;

    DatabaseExchange(OspfContext context, Neighbors neighbors, Retransmissions retransmissions) {
        this.context = context;
        this.neighbors = neighbors;
        this.retransmissions = retransmissions;
    }

    /** Each claims to lead until the one with the lower router ID follows. */
    void begin(OspfNeighbor neighbor) {
        Exchange exchange = neighbor.exchange();
        exchange.setSequence(exchange.sequence() < 0
                ? context.router().random().nextInt(SEQUENCES) : next(exchange.sequence()));
        exchange.setMaster(true);
        send(neighbor, new DatabaseDescription(mtu(neighbor), context.version().options(neighbor.port().area()), true, true, true,
                exchange.sequence(), List.of()), "sent");
        repeatLater(neighbor, DESCRIPTION);
    }

    private static long next(long sequence) {
        return sequence + 1 & SEQUENCE_MASK;
    }

    private static int mtu(OspfNeighbor neighbor) {
        return neighbor.port().routerInterface().mtuBytes();
    }

    /** Nothing is exchanged any more. */
    void end(OspfNeighbor neighbor) {
        context.scheduler().cancel(neighbor.exchange().timer());
        neighbor.exchange().clear();
        retransmissions.clear(neighbor);
        neighbor.port().neighborsToFlood().remove(neighbor);
    }

    private void send(OspfNeighbor neighbor, DatabaseDescription description, String what) {
        neighbor.exchange().setLastSent(description);
        context.record(new PacketEvent(what, neighbor.port().name(), neighbor.address(), description));
        neighbor.port().send(neighbor.port().destinationOf(neighbor), description);
    }

    private void repeatLater(OspfNeighbor neighbor, int kind) {
        context.scheduler().cancel(neighbor.exchange().timer());
        neighbor.exchange().setTimer(context.scheduler().after(OspfTimers.RETRANSMIT_NANOS, repeatHandler, kind, neighbor));
    }

    private void repeat(int kind, Object payload) {
        OspfNeighbor neighbor = (OspfNeighbor) payload;
        Exchange exchange = neighbor.exchange();
        exchange.setRepetitions(exchange.repetitions() + 1);
        if (exchange.repetitions() > OspfTimers.RETRANSMIT_LIMIT) {
            neighbors.down(neighbor, "too many retransmissions");
            return;
        }
        if (kind == DESCRIPTION) {
            send(neighbor, exchange.lastSent(), "repeated");
        } else {
            request(neighbor, List.copyOf(exchange.asked().keySet()), "repeated");
        }
        repeatLater(neighbor, kind);
    }

    /** A part of the neighbour's list arrived (section 10.6). */
    void receive(OspfNeighbor neighbor, DatabaseDescription description) {
        context.record(new PacketEvent("received", neighbor.port().name(), neighbor.address(), description));
        if (description.mtuBytes() > mtu(neighbor)) {
            neighbors.refuse(neighbor.port(), neighbor.address(), "the neighbor's interface has a larger MTU",
                    mtu(neighbor) + " bytes", description.mtuBytes() + " bytes");
            return;
        }
        if (neighbor.state() == NeighborState.INIT) {
            neighbors.twoWay(neighbor);
        }
        switch (neighbor.state()) {
            case DOWN, ATTEMPT, INIT, TWO_WAY -> { } // not yet, or not with this neighbour
            case EXSTART -> negotiate(neighbor, description);
            case EXCHANGE -> exchange(neighbor, description);
            case LOADING, FULL -> afterExchange(neighbor, description);
        }
    }

    private void negotiate(OspfNeighbor neighbor, DatabaseDescription description) {
        Exchange exchange = neighbor.exchange();
        int order = neighbor.routerId().compareTo(context.routerId());
        if (description.initial() && description.more() && description.master() && description.headers().isEmpty()
                && order > 0) {
            exchange.setMaster(false);
            exchange.setSequence(description.sequence());
        } else if (description.initial() || description.master() || description.sequence() != exchange.sequence()
                || order >= 0) {
            return;
        }
        context.scheduler().cancel(exchange.timer());
        exchange.setRepetitions(0);
        summarize(neighbor);
        neighbors.become(neighbor, NeighborState.EXCHANGE,
                exchange.isMaster() ? "this router leads the exchange" : "the neighbor leads the exchange");
        accept(neighbor, description);
    }

    /** Flushed advertisements are not told of but sent, so that they are acknowledged (section 10.3, NegotiationDone). */
    private void summarize(OspfNeighbor neighbor) {
        if (neighbor.port().settings().databaseFilter()) {
            return;
        }
        List<DatabaseEntry> all = new ArrayList<>(neighbor.port().database().entries());
        all.addAll(neighbor.port().area().database().entries());
        if (neighbor.port().area().carriesExternals()) {
            all.addAll(context.autonomousSystem().database().entries());
        }
        for (DatabaseEntry entry : all) {
            if (entry.isMaxAge(context.nowNanos())) {
                retransmissions.await(neighbor, entry);
            } else {
                neighbor.exchange().summary().add(entry);
            }
        }
    }

    private void exchange(OspfNeighbor neighbor, DatabaseDescription description) {
        Exchange exchange = neighbor.exchange();
        if (isRepeated(exchange, description)) {
            answerRepeated(neighbor);
        } else if (description.master() == exchange.isMaster() || description.initial()
                || !description.options().equals(exchange.lastReceived().options())
                || description.sequence() != (exchange.isMaster() ? exchange.sequence() : next(exchange.sequence()))) {
            neighbors.begin(neighbor, "sequence number mismatch");
        } else {
            exchange.setRepetitions(0);
            accept(neighbor, description);
        }
    }

    private void afterExchange(OspfNeighbor neighbor, DatabaseDescription description) {
        if (isRepeated(neighbor.exchange(), description)) {
            answerRepeated(neighbor);
        } else {
            neighbors.begin(neighbor, "sequence number mismatch");
        }
    }

    /** The one that follows answers again; the one that leads repeats by its timer. */
    private void answerRepeated(OspfNeighbor neighbor) {
        if (!neighbor.exchange().isMaster()) {
            send(neighbor, neighbor.exchange().lastSent(), "repeated");
        }
    }

    private static boolean isRepeated(Exchange exchange, DatabaseDescription description) {
        DatabaseDescription last = exchange.lastReceived();
        return last != null && last.sequence() == description.sequence() && last.initial() == description.initial()
                && last.more() == description.more() && last.master() == description.master()
                && last.options().equals(description.options());
    }

    private void accept(OspfNeighbor neighbor, DatabaseDescription description) {
        Exchange exchange = neighbor.exchange();
        exchange.setLastReceived(description);
        for (LinkStateHeader header : description.headers()) {
            if (!neighbor.port().area().carries(header.key().type())) {
                if (header.key().type() == LinkStateType.EXTERNAL) {
                    neighbors.begin(neighbor, "external advertisements in a stub area");
                    return;
                }
                continue;
            }
            DatabaseEntry present = context.scope(neighbor.port(), header.key().type()).database().get(header.key());
            if (present == null || header.compareRecency(present.header(context.nowNanos())) > 0) {
                exchange.requests().put(header.key(), header);
            }
        }
        if (exchange.isMaster()) {
            exchange.setSequence(next(exchange.sequence()));
            if (!exchange.lastSent().more() && !description.more()) {
                context.scheduler().cancel(exchange.timer());
                done(neighbor);
                return;
            }
            describe(neighbor);
            repeatLater(neighbor, DESCRIPTION);
        } else {
            exchange.setSequence(description.sequence());
            describe(neighbor);
            if (!exchange.lastSent().more() && !description.more()) {
                done(neighbor);
            }
        }
    }

    private void describe(OspfNeighbor neighbor) {
        Exchange exchange = neighbor.exchange();
        int room = Math.max(1, (neighbor.port().contentBytes() - context.version().descriptionBytes()) / LinkStateHeader.BYTES);
        List<LinkStateHeader> headers = new ArrayList<>();
        while (headers.size() < room && !exchange.summary().isEmpty()) {
            headers.add(exchange.summary().poll().header(context.nowNanos()));
        }
        send(neighbor, new DatabaseDescription(mtu(neighbor), context.version().options(neighbor.port().area()), false,
                !exchange.summary().isEmpty(), exchange.isMaster(), exchange.sequence(), headers), "sent");
    }

    private void done(OspfNeighbor neighbor) {
        if (neighbor.exchange().requests().isEmpty()) {
            neighbors.become(neighbor, NeighborState.FULL, "the exchange is done");
        } else {
            neighbors.become(neighbor, NeighborState.LOADING, "the exchange is done");
            requestNext(neighbor);
        }
    }

    /** Asks for as many as fit into one packet (section 10.9). */
    private void requestNext(OspfNeighbor neighbor) {
        Exchange exchange = neighbor.exchange();
        int room = Math.max(1, neighbor.port().contentBytes() / OspfBody.LinkStateRequest.KEY_BYTES);
        for (LinkStateHeader header : exchange.requests().values()) {
            if (exchange.asked().size() == room) {
                break;
            }
            exchange.asked().put(header.key(), header);
        }
        exchange.setRepetitions(0);
        request(neighbor, List.copyOf(exchange.asked().keySet()), "sent");
        repeatLater(neighbor, REQUEST);
    }

    private void request(OspfNeighbor neighbor, List<LinkStateKey> keys, String what) {
        OspfBody.LinkStateRequest request = new OspfBody.LinkStateRequest(keys);
        context.record(new PacketEvent(what, neighbor.port().name(), neighbor.address(), request));
        neighbor.port().send(neighbor.port().destinationOf(neighbor), request);
    }

    /** Some of what was asked for is there. */
    void requestsAnswered(OspfNeighbor neighbor) {
        Exchange exchange = neighbor.exchange();
        if (neighbor.state() != NeighborState.LOADING || !exchange.asked().isEmpty()) {
            return;
        }
        if (exchange.requests().isEmpty()) {
            context.scheduler().cancel(exchange.timer());
            neighbors.become(neighbor, NeighborState.FULL, "all that was missing is there");
        } else {
            requestNext(neighbor);
        }
    }
}
