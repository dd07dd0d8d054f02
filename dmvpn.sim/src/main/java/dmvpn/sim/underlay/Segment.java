package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.LinkSetting;
import dmvpn.sim.fragmentation.Fragmenter;
import dmvpn.sim.fragmentation.Reassembler;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.PacketTap.Direction;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network that carries packets between any two of its attachments: a transport, or the local network of a site. A
 * transport forwards by the destination address like the provider it stands for.
 */
public final class Segment implements EventHandler {

    private final String name;
    private final Underlay underlay;
    private final Fragmenter fragmenter;
    private final Reassembler collected;
    private SegmentCharacteristics characteristics;
    private boolean hasProviderEdges;
    /** By address, in the order of coming up: the first gets the packets. */
    private final Map<IpAddress, List<Attachment>> connected = new HashMap<>();
    /** Translating devices by their outside addresses: looked up, never iterated. */
    private final Map<IpAddress, AddressTranslator> translators = new HashMap<>();

    /** @param number tells the networks of a run apart */
    Segment(String name, int number, SegmentCharacteristics characteristics, Underlay underlay) {
        this.name = name;
        this.characteristics = characteristics;
        this.underlay = underlay;
        this.fragmenter = new Fragmenter(number);
        this.collected = new Reassembler(underlay.scheduler(), Reassembler.ROUTER_TIMEOUT_NANOS);
    }

    /** Name of the transport, or of the site's interface. */
    public String name() {
        return name;
    }

    /** Treats packets in another way from now on; what is under way arrives as it would have. */
    public void set(LinkSetting setting) {
        characteristics = characteristics.with(setting);
    }

    /** What the network does to a packet. */
    public SegmentCharacteristics characteristics() {
        return characteristics;
    }

    /** A translating device gets the packets to its outside address from now on, and no longer those to a former one. */
    void attach(AddressTranslator translator, Optional<IpAddress> former) {
        former.ifPresent(address -> translators.remove(address, translator));
        translator.outside().ifPresent(address -> translators.put(address, translator));
    }

    private Optional<AddressTranslator> translatorOf(IpAddress address) {
        return Optional.ofNullable(translators.get(address));
    }

    /**
     * The attachments that may get packets to an address now: several behind one outside address, where the ports of a
     * packet decide.
     */
    public List<Attachment> holdersOf(IpAddress address) {
        List<Attachment> holders = connected.get(address);
        return holders != null ? List.of(holders.getFirst())
                : translatorOf(address).map(AddressTranslator::holders).orElse(List.of());
    }

    /** The attachment that gets packets to an address now. */
    public Optional<Attachment> attachmentOf(IpAddress address) {
        List<Attachment> holders = connected.get(address);
        return holders == null ? Optional.empty() : Optional.of(holders.get(0));
    }

    /** The attachment that gets a packet with that destination which is sent to that next hop, as of now. */
    public Optional<Attachment> receiver(IpAddress destination, IpAddress nextHop) {
        Optional<Attachment> neighbour = attachmentOf(nextHop);
        return neighbour.isPresent() ? neighbour : holdersOf(destination).stream().findFirst();
    }

    void connected(Attachment attachment, IpAddress address) {
        hasProviderEdges |= attachment.isProviderEdge();
        List<Attachment> holders = connected.computeIfAbsent(address, key -> new ArrayList<>(1));
        holders.add(attachment);
        if (holders.size() > 1) {
            underlay.trace().record(attachment.node(), new UnderlayEvent.DuplicateAddress(
                    name, address, attachment.interfaceName(), holders.get(0).device()), attachment.origin());
        }
    }

    void disconnected(Attachment attachment, IpAddress address) {
        List<Attachment> holders = connected.get(address);
        holders.remove(attachment);
        if (holders.isEmpty()) {
            connected.remove(address);
        }
    }

    void send(Attachment from, IpPacket packet, IpAddress nextHop) {
        underlay.tap(from, Direction.SENT, packet);
        if (from.isDirect()) {
            transmit(from, packet, nextHop);
            return;
        }
        switch (outward(from, packet)) {
            case Passage.Held held -> { }
            case Passage.Dropped dropped -> lost(from, packet, dropped.cause(), dropped.origin());
            // The gateway of a translated uplink is the translating device, whose own next hop is the transport.
            case Passage.Passed passed -> transmit(from, passed.packet(),
                    from.translator().isPresent() ? packet.destination() : nextHop);
        }
    }

    /** First the firewall, then the translation: the firewall knows the router's own addresses. */
    private Passage outward(Attachment from, IpPacket packet) {
        if (packet.content() instanceof IpFragment) {
            return fragmentOutward(from, packet);
        }
        Optional<Passage.Dropped> blocked = from.firewall().flatMap(firewall -> firewall.outward(packet));
        if (blocked.isPresent()) {
            return blocked.get();
        }
        return from.translator().map(translator -> translator.outward(from, packet))
                .orElseGet(() -> new Passage.Passed(from, packet));
    }

    private Passage fragmentOutward(Attachment from, IpPacket fragment) {
        Optional<Passage.Dropped> blocked = from.firewall().flatMap(firewall -> firewall.blocked(fragment));
        if (blocked.isPresent()) {
            return blocked.get();
        }
        if (from.followsFlows()) {
            return collect(from, fragment).map(whole -> outward(from, whole)).orElse(new Passage.Held());
        }
        return from.translator().map(translator -> translator.outward(from, fragment))
                .orElseGet(() -> new Passage.Passed(from, fragment));
    }

    /** A device in front of an attachment puts fragments together to see the ports. */
    private Optional<IpPacket> collect(Attachment behind, IpPacket fragment) {
        return collected.add(fragment, incomplete -> lost(behind, incomplete.piece(), LossCause.FRAGMENTS_MISSING));
    }

    private void transmit(Attachment from, IpPacket packet, IpAddress nextHop) {
        int lengthBytes = packet.lengthBytes();
        if (lengthBytes <= characteristics.mtuBytes()) {
            transmit(from, packet, lengthBytes, nextHop);
        } else if (isCut(from, packet)) {
            List<IpPacket> pieces = fragmenter.cut(packet, characteristics.mtuBytes());
            underlay.trace().record(from.node(), new UnderlayEvent.PacketFragmented(name, packet.destination(), lengthBytes,
                    characteristics.mtuBytes(), pieces.size()), from.origin());
            pieces.forEach(piece -> transmit(from, piece, piece.lengthBytes(), nextHop));
        } else {
            lost(from, packet, LossCause.TOO_LARGE);
            tellTooLarge(from, packet, nextHop);
        }
    }

    /**
     * The gateway stands for the routers of the network: it tells the sender (RFC 1191 section 4). On the link itself there is no
     * router, and nobody to tell.
     */
    private void tellTooLarge(Attachment from, IpPacket packet, IpAddress gateway) {
        if (from.translator().isPresent() || attachmentOf(gateway).isPresent()) {
            return;
        }
        underlay.tooLargeAnswer().about(gateway, packet, characteristics.mtuBytes()).ifPresent(answer ->
                underlay.scheduler().schedule(underlay.scheduler().nowNanos() + characteristics.latencyNanos(), Order.ARRIVAL, this,
                        ARRIVES, new InFlight(from, answer, answer.destination())));
    }

    private void transmit(Attachment from, IpPacket packet, int lengthBytes, IpAddress nextHop) {
        SegmentCharacteristics onPath = isSameEverywhere() ? characteristics
                : receiver(packet.destination(), nextHop).map(to -> onPath(from, to)).orElse(characteristics);
        long leavesNanos = leaves(from, onPath, lengthBytes);
        if (leavesNanos == OutputQueue.FULL) {
            lost(from, packet, LossCause.QUEUE_FULL);
            return;
        }
        long arrivalNanos = leavesNanos + onPath.latencyNanos() + underlay.jitter(onPath.jitterNanos());
        boolean lost = underlay.loses(onPath.lossProbability());
        underlay.scheduler().schedule(arrivalNanos, Order.ARRIVAL, this, lost ? LOST : ARRIVES,
                new InFlight(from, packet, nextHop));
    }

    private boolean isSameEverywhere() {
        return !hasProviderEdges && underlay.pathSettings().isEmpty();
    }

    private SegmentCharacteristics onPath(Attachment from, Attachment to) {
        if (from.sharesLineWith(to)) {
            return characteristics.ofLineToProvider();
        }
        SegmentCharacteristics between = from.isProviderEdge() || to.isProviderEdge() ? characteristics.insideProvider() : characteristics;
        return underlay.pathSettings().apply(between, from.site(), to.site());
    }

    /** What an uplink sends of its own its router cuts; the MTU of the path is known to it (RFC 8201). */
    private static boolean isCut(Attachment from, IpPacket packet) {
        return Fragmenter.mayBeCutOnTheWay(packet)
                || !packet.dontFragment() && from.address().filter(packet.source()::equals).isPresent();
    }

    /** When the last bit of a packet leaves. */
    private long leaves(Attachment from, SegmentCharacteristics onPath, int lengthBytes) {
        long nowNanos = underlay.scheduler().nowNanos();
        return onPath.bandwidthBitsPerSecond().isEmpty() ? nowNanos
                : from.queue().add(nowNanos, onPath.transmissionNanos(lengthBytes), onPath.queuePackets());
    }

    /** Sends a packet to a group: everybody else with an address of the link gets a copy. */
    void sendToGroup(Attachment from, IpPacket packet, IpPrefix link) {
        if (from.translator().isPresent()) {
            // The link ends at the translating device.
            return;
        }
        List<IpAddress> neighbours = connected.keySet().stream()
                .filter(address -> link.contains(address) && !from.address().equals(Optional.of(address))).sorted().toList();
        if (neighbours.isEmpty()) {
            return;
        }
        underlay.tap(from, Direction.SENT, packet);
        long leavesNanos = leaves(from, characteristics, packet.lengthBytes());
        if (leavesNanos == OutputQueue.FULL) {
            lost(from, packet, LossCause.QUEUE_FULL);
            return;
        }
        for (IpAddress neighbour : neighbours) {
            SegmentCharacteristics onPath =
                    isSameEverywhere() ? characteristics : onPath(from, connected.get(neighbour).getFirst());
            long arrivalNanos = leavesNanos + onPath.latencyNanos() + underlay.jitter(onPath.jitterNanos());
            boolean lost = underlay.loses(onPath.lossProbability());
            underlay.scheduler().schedule(arrivalNanos, Order.ARRIVAL, this, lost ? LOST : ARRIVES,
                    new InFlight(from, packet, neighbour));
        }
    }

    private static final int ARRIVES = 0;
    private static final int LOST = 1;
    private static final int IS_THERE = 2;

    private record Arrived(Attachment to, IpPacket packet) {
    }

    private record InFlight(Attachment from, IpPacket packet, IpAddress nextHop) {
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == IS_THERE) {
            Arrived arrived = (Arrived) payload;
            deliver(arrived.to(), arrived.packet());
            return;
        }
        InFlight inFlight = (InFlight) payload;
        if (kind == LOST) {
            lost(inFlight.from(), inFlight.packet(), LossCause.RANDOM_LOSS);
            return;
        }
        Attachment direct = direct(inFlight);
        if (direct != null) {
            arrive(direct, inFlight.packet());
            return;
        }
        switch (inward(inFlight)) {
            case Passage.Held held -> { }
            case Passage.Dropped dropped -> lost(inFlight.from(), inFlight.packet(), dropped.cause(), dropped.origin());
            case Passage.Passed passed -> {
                if (leavesInPieces(inFlight, passed.packet())) {
                    fragmenter.cut(passed.packet(), characteristics.mtuBytes())
                            .forEach(piece -> arrive(passed.inside(), piece));
                } else {
                    arrive(passed.inside(), passed.packet());
                }
            }
        }
    }

    /** Who gets a packet that nothing on its way changes or stops, as nearly all are; null when that is not so clear. */
    private Attachment direct(InFlight inFlight) {
        if (underlay.faults().isAny()) {
            return null;
        }
        List<Attachment> holders = connected.get(inFlight.nextHop());
        if (holders == null) {
            holders = connected.get(inFlight.packet().destination());
        }
        return holders != null && holders.get(0).isDirect() ? holders.get(0) : null;
    }

    /**
     * A packet has crossed the network. The line to the receiver takes as much as that of the sender: what comes from one sender
     * alone goes on at once, what comes from several at the same time waits for each other. A line between customer and provider is
     * a network of its own, and what a provider carries inside is not limited by it.
     */
    private void arrive(Attachment to, IpPacket packet) {
        if (characteristics.bandwidthBitsPerSecond().isEmpty() || hasProviderEdges) {
            deliver(to, packet);
            return;
        }
        long nowNanos = underlay.scheduler().nowNanos();
        long transmissionNanos = characteristics.transmissionNanos(packet.lengthBytes());
        // Its first bit is on the line while its last one still arrives.
        long thereNanos = to.queueToward().add(nowNanos - transmissionNanos, transmissionNanos, characteristics.queuePackets());
        if (thereNanos == OutputQueue.FULL) {
            lost(to, packet, LossCause.QUEUE_TOWARD_RECEIVER_FULL);
        } else if (thereNanos <= nowNanos) {
            deliver(to, packet);
        } else {
            underlay.scheduler().schedule(thereNanos, Order.ARRIVAL, this, IS_THERE, new Arrived(to, packet));
        }
    }

    private void deliver(Attachment to, IpPacket packet) {
        underlay.tap(to, Direction.RECEIVED, packet);
        to.deliver(packet);
    }

    private Passage inward(InFlight inFlight) {
        Passage arrival = receive(inFlight);
        if (!(arrival instanceof Passage.Passed passed)) {
            return arrival;
        }
        Attachment to = passed.inside();
        Optional<LossCause> obstacle =
                underlay.faults().obstacle(name, inFlight.from().site(), to.site(), passed.packet());
        if (obstacle.isPresent()) {
            return new Passage.Dropped(obstacle.get(), inFlight.from().origin());
        }
        return to.firewall().map(firewall -> through(firewall, to, passed.packet(), leavesInPieces(inFlight, passed.packet())))
                .orElse(passed);
    }

    /** What a device put together leaves it in pieces again. */
    private boolean leavesInPieces(InFlight inFlight, IpPacket passed) {
        return inFlight.packet().content() instanceof IpFragment && !(passed.content() instanceof IpFragment)
                && passed.lengthBytes() > characteristics.mtuBytes();
    }

    /** @param inPieces true when the packet comes to the firewall in pieces, which a device in front of it has put together */
    private Passage through(Firewall firewall, Attachment to, IpPacket packet, boolean inPieces) {
        Optional<Passage.Dropped> noPieces = inPieces ? firewall.blockedInPieces() : Optional.empty();
        if (noPieces.isPresent()) {
            return noPieces.get();
        }
        boolean mustBeWhole = packet.content() instanceof IpFragment && firewall.followsFlows();
        Optional<Passage.Dropped> blocked = mustBeWhole ? firewall.blocked(packet) : firewall.inward(packet);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        return mustBeWhole
                ? collect(to, packet).map(whole -> through(firewall, to, whole, false)).orElse(new Passage.Held())
                : new Passage.Passed(to, packet);
    }

    /** Who gets a packet, as a translating device in front of it changes it. */
    private Passage receive(InFlight inFlight) {
        IpPacket packet = inFlight.packet();
        Optional<Attachment> neighbour = attachmentOf(inFlight.nextHop()).or(() -> attachmentOf(packet.destination()));
        if (neighbour.isPresent()) {
            return new Passage.Passed(neighbour.get(), packet);
        }
        Optional<AddressTranslator> translator = translatorOf(packet.destination());
        if (translator.isEmpty()) {
            return new Passage.Dropped(LossCause.NO_RECEIVER, inFlight.from().origin());
        }
        if (inFlight.from().translator().equals(translator)) {
            return translator.get().dropped(LossCause.NO_WAY_BACK);
        }
        if (packet.content() instanceof IpFragment && translator.get().followsFlows()) {
            return collect(inFlight.from(), packet).map(translator.get()::inward).orElse(new Passage.Held());
        }
        return translator.get().inward(packet);
    }

    private void lost(Attachment from, IpPacket packet, LossCause cause) {
        lost(from, packet, cause, from.origin());
    }

    private void lost(Attachment from, IpPacket packet, LossCause cause, Origin origin) {
        underlay.trace().record(from.node(), new UnderlayEvent.PacketLost(
                name, packet.source(), packet.destination(), packet.summary(), cause), origin);
    }
}
