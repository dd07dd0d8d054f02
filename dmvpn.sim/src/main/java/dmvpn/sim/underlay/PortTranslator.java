package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.PortPacket;
import dmvpn.sim.packet.QueryPacket;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many uplinks behind one outside address, told apart by ports (RFC 3022 section 2.2).
 *
 * <p>A port inside has one port outside, whoever it talks to (RFC 4787 section 4.1, REQ-1); packets come in from an address
 * and port only when packets went there (section 5, REQ-8), and a packet from inside to the outside address goes nowhere.
 * A port outside is the one inside when nobody has it, else the first free one of its group 1 to 511, 512 to 1023, or 1024
 * and above (Cisco, Configuring NAT for IP Address Conservation). Protocols without ports, such as GRE and ESP, have one
 * station inside for each outside one: the first that sends (as Linux tracks protocols that it does not know).
 */
final class PortTranslator extends AddressTranslator implements EventHandler {

    private static final int[] GROUP_STARTS = {1, 512, 1024, 65_536};

    private final Scheduler scheduler;
    private final TraceRecorder trace;
    private final Map<InsideKey, Mapping> byInside = new LinkedHashMap<>();
    private final Map<OutsideKey, Mapping> byOutside = new LinkedHashMap<>();

    /** A port inside; for protocols without ports the port is 0 and the far end counts. */
    private record InsideKey(int protocolNumber, IpAddress inside, int port, Optional<IpAddress> remote) {
    }

    /** A port outside; for protocols without ports the port is 0 and the far end counts. */
    private record OutsideKey(int protocolNumber, int port, Optional<IpAddress> remote) {
    }

    private record Remote(IpAddress address, int port) {
    }

    /** One mapping with the far ends that it is open for. */
    private static final class Mapping {

        private final Attachment attachment;
        private final InsideKey inside;
        private final OutsideKey outside;
        private final long timeoutNanos;
        private final Map<Remote, Long> usedAtNanos = new LinkedHashMap<>();
        private long lastUsedNanos;

        private Mapping(Attachment attachment, InsideKey inside, OutsideKey outside, long timeoutNanos) {
            this.attachment = attachment;
            this.inside = inside;
            this.outside = outside;
            this.timeoutNanos = timeoutNanos;
        }

        private void use(Remote remote, long nowNanos) {
            usedAtNanos.put(remote, nowNanos);
            lastUsedNanos = nowNanos;
        }

        private boolean isOpenFor(Remote remote, long nowNanos) {
            Long used = usedAtNanos.get(remote);
            return used != null && nowNanos - used < timeoutNanos;
        }
    }

    PortTranslator(Segment transport, Optional<IpAddress> outside, Origin origin, Scheduler scheduler,
            TraceRecorder trace) {
        super(transport, outside, origin);
        this.scheduler = scheduler;
        this.trace = trace;
    }

    @Override
    boolean followsFlows() {
        return true;
    }

    @Override
    Passage outward(Attachment from, IpPacket packet, IpAddress outsideAddress) {
        Flow flow = Flow.leaving(packet);
        Optional<IpAddress> remote = Flow.hasPorts(packet) ? Optional.empty() : Optional.of(flow.remote());
        InsideKey key = new InsideKey(flow.protocolNumber(), flow.inside(), flow.insidePort(), remote);
        Mapping mapping = byInside.get(key);
        if (mapping == null) {
            Optional<OutsideKey> free = freeOutside(key);
            if (free.isEmpty()) {
                return dropped(LossCause.NO_FREE_MAPPING);
            }
            mapping = make(from, key, free.get(), outsideAddress);
        }
        mapping.use(new Remote(flow.remote(), flow.remotePort()), scheduler.nowNanos());
        return new Passage.Passed(from, packet.withSource(outsideAddress)
                .withContent(fromPort(packet.content(), mapping.outside.port())));
    }

    private Optional<OutsideKey> freeOutside(InsideKey key) {
        OutsideKey same = new OutsideKey(key.protocolNumber(), key.port(), key.remote());
        if (!byOutside.containsKey(same)) {
            return Optional.of(same);
        }
        if (key.remote().isPresent()) {
            return Optional.empty();
        }
        int group = 0;
        while (key.port() >= GROUP_STARTS[group + 1]) {
            group++;
        }
        for (int port = GROUP_STARTS[group]; port < GROUP_STARTS[group + 1]; port++) {
            OutsideKey candidate = new OutsideKey(key.protocolNumber(), port, Optional.empty());
            if (!byOutside.containsKey(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Mapping make(Attachment from, InsideKey inside, OutsideKey outside, IpAddress outsideAddress) {
        Mapping made = new Mapping(from, inside, outside, FlowTimeout.ofProtocol(inside.protocolNumber()));
        byInside.put(inside, made);
        byOutside.put(outside, made);
        record(made, UnderlayEvent.Translation.MADE, outsideAddress, "the first packet from inside");
        scheduler.schedule(scheduler.nowNanos() + made.timeoutNanos, Order.TIMER, this, 0, made);
        return made;
    }

    private void record(Mapping mapping, UnderlayEvent.Translation step, IpAddress outsideAddress, String reason) {
        trace.record(mapping.attachment.node(), new UnderlayEvent.PortMapping(step, mapping.inside.protocolNumber(),
                mapping.inside.inside(), mapping.inside.port(), outsideAddress, mapping.outside.port(), reason), origin());
    }

    @Override
    Passage inward(IpPacket packet) {
        Flow flow = Flow.entering(packet);
        Optional<IpAddress> remoteOfKey = Flow.hasPorts(packet) ? Optional.empty() : Optional.of(flow.remote());
        Mapping mapping = byOutside.get(new OutsideKey(flow.protocolNumber(), flow.insidePort(), remoteOfKey));
        Remote remote = new Remote(flow.remote(), flow.remotePort());
        if (mapping == null || !mapping.isOpenFor(remote, scheduler.nowNanos())) {
            return dropped(mapping == null ? LossCause.NO_MAPPING : LossCause.MAPPING_FOR_ANOTHER);
        }
        Attachment receiver = holderOf(mapping.inside.inside()).orElse(null);
        if (receiver == null) {
            return dropped(LossCause.NO_RECEIVER);
        }
        mapping.use(remote, scheduler.nowNanos());
        return new Passage.Passed(receiver, packet.withDestination(mapping.inside.inside())
                .withContent(toPort(packet.content(), mapping.inside.port())));
    }

    private static Packet fromPort(Packet content, int port) {
        return switch (content) {
            case PortPacket datagram -> datagram.withPorts(port, datagram.destinationPort());
            case QueryPacket query -> query.withIdentifier(port);
            default -> content;
        };
    }

    private static Packet toPort(Packet content, int port) {
        return switch (content) {
            case PortPacket datagram -> datagram.withPorts(datagram.sourcePort(), port);
            case QueryPacket query -> query.withIdentifier(port);
            default -> content;
        };
    }

    /** A mapping may be due; packets do not move its timer. */
    @Override
    public void handle(int kind, Object payload) {
        Mapping mapping = (Mapping) payload;
        if (byInside.get(mapping.inside) != mapping) {
            return;
        }
        long dueNanos = mapping.lastUsedNanos + mapping.timeoutNanos;
        if (dueNanos > scheduler.nowNanos()) {
            scheduler.schedule(dueNanos, Order.TIMER, this, 0, mapping);
        } else {
            forget(mapping, "no packet for " + mapping.timeoutNanos / 1_000_000_000L + " s");
        }
    }

    private void forget(Mapping mapping, String reason) {
        byInside.remove(mapping.inside);
        byOutside.remove(mapping.outside);
        outside().ifPresent(address -> record(mapping, UnderlayEvent.Translation.EXPIRED, address, reason));
    }

    @Override
    void forgetMappings(String reason) {
        List.copyOf(byInside.values()).forEach(mapping -> forget(mapping, reason));
    }
}
