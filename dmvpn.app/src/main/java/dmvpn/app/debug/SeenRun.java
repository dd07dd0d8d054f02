package dmvpn.app.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.StateVariables;
import dmvpn.app.debug.value.TunnelSettings;
import dmvpn.app.packet.ShownPacket;
import dmvpn.app.show.RouterCommands;
import dmvpn.sim.RouterView;
import dmvpn.sim.capture.PacketExplainer;
import dmvpn.sim.session.TimeTravel;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * What is seen of a debugged run at the event in hand: its layers, its packet and causes, and the state of the routers. May be asked
 * by several threads, also while another one steps.
 */
public final class SeenRun {

    private final DebugSession session;
    private final TimeTravel<DebuggedRun> travel;
    private final NodePlaces places;
    private final PacketExplainer explainer;

    SeenRun(DebugSession session, TimeTravel<DebuggedRun> travel, NodePlaces places, PacketExplainer explainer) {
        this.session = session;
        this.travel = travel;
        this.places = places;
        this.explainer = explainer;
    }

    /**
     * What a router is at: the layers of the event in hand when it is the router's, otherwise one layer that says so and
     * stands for the router as a whole.
     */
    public List<DebugLayer> layers(int router) {
        return session.locked(() -> session.event().filter(inHand -> places.routerOf(inHand.node()) == router).map(this::layers)
                .orElseGet(() -> session.routerOf(router).stream()
                        .map(idle -> new DebugLayer(DebugSession.NO_EVENT, idle.device().origin(), List.of()))
                        .toList()));
    }

    private List<DebugLayer> layers(RecordedEvent event) {
        return EventLayers.of(event, places.routerOf(event.node()) != event.node(), travel.run().packets().of(event),
                session.routerOf(event.node()));
    }

    /** The packet of the event in hand with its bytes, as on the wire; none for an event without one, such as a timer's. */
    public Optional<ShownPacket> packetInHand() {
        return session.locked(() -> session.event().flatMap(event -> travel.run().packets().of(event))
                .map(inHand -> ShownPacket.of(inHand, travel.run().keyExchange().before(inHand.packet()), explainer)));
    }

    /** What led to the event in hand, the nearest cause first. */
    public List<TimelineRow> causes() {
        return session.locked(() -> {
            List<TimelineRow> causes = new ArrayList<>();
            Optional<RecordedEvent> effect = session.event();
            while (effect.isPresent() && effect.get().causeIndex() != RecordedEvent.NO_CAUSE) {
                effect = Optional.of(session.eventAt(effect.get().causeIndex()));
                causes.add(TimelineRow.of(effect.get()));
            }
            return causes;
        });
    }

    /**
     * What a router answers to a command.
     *
     * @param command such as {@code show ip route}; words may be cut short
     * @return lines
     * @throws RequestException when it has no such command now; it says which it has
     */
    public List<String> show(int router, String command) throws RequestException {
        Lock alone = session.lock();
        alone.lock();
        try {
            return RouterCommands.show(session.routerOf(router).orElseThrow(), command);
        } finally {
            alone.unlock();
        }
    }

    /** The state of a router: one variable for each of its tables. */
    public List<DebugVariable> stateOf(int router) {
        return tablesOf(router).stream().map(StateVariables::of).toList();
    }

    /** The tables of a router; none without power. */
    List<StateTable> tablesOf(int router) {
        return session.locked(() -> session.routerOf(router).filter(RouterView::isPowered).map(SeenRun::tables).orElse(List.of()));
    }

    private static List<StateTable> tables(RouterView router) {
        List<StateTable> tables = new ArrayList<>(router.stateTables());
        tables.add(TunnelSettings.of(router.device()));
        return tables;
    }
}
