package dmvpn.sim.cdp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.cdp.CdpTraceEvent.FrameEvent;
import dmvpn.sim.cdp.CdpTraceEvent.NeighborChanged;
import dmvpn.sim.cdp.CdpTraceEvent.Occasion;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.tunnel.DiscoveryLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CDP version 2 on the links of a router that have it ({@code cdp enable}). */
public final class CdpProtocol implements RouterProtocol {

    /** Cisco IOS, {@code cdp timer} and {@code cdp holdtime}. */
    private static final long INTERVAL_NANOS = 60_000_000_000L;
    private static final int HOLD_SECONDS = 180;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Those who register one after the other share a frame. */
    private static final long OUT_OF_TURN_NANOS = 100_000_000L;
    /** Routers that are on no other hardware present themselves so. */
    private static final CdpTlv.Platform PLATFORM = new CdpTlv.Platform("cisco C8000V");

    private static final int PERIODIC = 1;
    private static final int OUT_OF_TURN = 2;

    private final RouterContext router;
    private final CdpUser user;
    private final Origin origin;
    private final Map<String, CdpPort> ports = new LinkedHashMap<>();
    private final EventHandler sendTimers = this::sendTimer;
    private final EventHandler holdTimers = this::expired;

    /** A neighbour with its port, for its timer. */
    private record Held(CdpPort port, CdpNeighbor neighbor) {
    }

    /**
     * @param router the router
     * @param links links with CDP
     * @param user what it carries
     * @param origin the element that asked for it
     */
    public CdpProtocol(RouterContext router, List<? extends DiscoveryLink> links, CdpUser user, Origin origin) {
        this.router = router;
        this.user = user;
        this.origin = origin;
        links.forEach(link -> ports.put(link.name(), new CdpPort(link)));
    }

    @Override
    public String name() {
        return "CDP";
    }

    @Override
    public void start() {
        LinkListener listener = new LinkListener();
        for (CdpPort port : ports.values()) {
            port.link().setDiscoveryReceiver(this::received);
            port.link().addListener(listener);
            listener.changed(port.link());
        }
    }

    @Override
    public void stop() {
        ports.values().forEach(this::cancelTimers);
    }

    private void cancelTimers(CdpPort port) {
        router.scheduler().cancel(port.periodicTimer);
        router.scheduler().cancel(port.outOfTurnTimer);
        port.neighbors().values().forEach(neighbor -> router.scheduler().cancel(neighbor.timer()));
    }

    private void sendTimer(int kind, Object payload) {
        if (kind == PERIODIC) {
            periodic((CdpPort) payload, Occasion.INTERVAL);
        } else {
            send((CdpPort) payload, Occasion.NEW_TARGET);
        }
    }

    private void periodic(CdpPort port, Occasion occasion) {
        send(port, occasion);
        port.periodicTimer = router.scheduler().after(INTERVAL_NANOS, sendTimers, PERIODIC, port);
    }

    private void send(CdpPort port, Occasion occasion) {
        DiscoveryLink link = port.link();
        List<CdpTlv> tlvs = new ArrayList<>(List.of(
                new CdpTlv.DeviceId(router.device().name()),
                new CdpTlv.Addresses(link.address().map(InterfaceAddress::address).stream().toList()),
                new CdpTlv.PortId(link.name()),
                new CdpTlv.Capabilities(CdpTlv.Capabilities.ROUTER),
                new CdpTlv.SoftwareVersion("Cisco IOS Software, Version " + router.device().platform().release()),
                PLATFORM));
        user.content(link).ifPresent(tlvs::add);
        CdpFrame frame = new CdpFrame(HOLD_SECONDS, tlvs);
        router.record(new FrameEvent(true, occasion, link.name(), frame), origin);
        link.sendDiscovery(frame);
    }

    private void received(DiscoveryLink link, Packet packet) {
        CdpPort port = ports.get(link.name());
        if (!port.isRunning() || !(packet instanceof CdpFrame frame)) {
            return;
        }
        Optional<String> device = frame.first(CdpTlv.DeviceId.class).map(CdpTlv.DeviceId::name);
        if (device.isEmpty()) {
            return;
        }
        CdpNeighbor.Key key = new CdpNeighbor.Key(device.get(),
                frame.first(CdpTlv.PortId.class).map(CdpTlv.PortId::name).orElse(""));
        CdpNeighbor neighbor = port.neighbors().get(key);
        boolean isNew = neighbor == null;
        router.record(new FrameEvent(false, !isNew && frame.equals(neighbor.frame()) ? Occasion.NOTHING_NEW : Occasion.NEWS,
                link.name(), frame), origin);
        if (isNew) {
            neighbor = new CdpNeighbor(key, frame);
            port.neighbors().put(key, neighbor);
            tell(true, port, neighbor, "first announcement");
        }
        neighbor.setFrame(frame);
        hold(port, neighbor);
        user.heard(link, neighbor);
    }

    private void tell(boolean found, CdpPort port, CdpNeighbor neighbor, String reason) {
        router.record(new NeighborChanged(found, port.link().name(), neighbor.deviceId(), neighbor.address().orElse(null), reason),
                origin);
    }

    private void hold(CdpPort port, CdpNeighbor neighbor) {
        Scheduler scheduler = router.scheduler();
        long at = scheduler.nowNanos() + neighbor.frame().holdTimeSeconds() * NANOS_PER_SECOND;
        long timer = scheduler.reschedule(neighbor.timer(), at);
        if (timer == Scheduler.NO_TIMER) {
            timer = scheduler.schedule(at, Order.TIMER, holdTimers, 0, new Held(port, neighbor));
        }
        neighbor.setExpiry(timer, at);
    }

    private void expired(int kind, Object payload) {
        Held held = (Held) payload;
        held.port().neighbors().remove(held.neighbor().key());
        tell(false, held.port(), held.neighbor(), "holding time expired");
        user.lost(held.port().link(), held.neighbor());
    }

    @Override
    public List<ShowCommand> showCommands() {
        return List.of(new ShowCommand("show cdp neighbors",
                () -> ShowCdp.neighbors(ports.values(), router.scheduler().nowNanos())));
    }

    @Override
    public List<StateTable> stateTables() {
        return List.of(ShowCdp.table(ports.values(), router.scheduler().nowNanos()));
    }

    /** Follows the links. */
    private final class LinkListener implements InterfaceListener {

        @Override
        public void changed(RouterInterface changedInterface) {
            CdpPort port = ports.get(changedInterface.name());
            if (port.isRunning() == changedInterface.isUp()) {
                return;
            }
            port.setRunning(changedInterface.isUp());
            if (port.isRunning()) {
                periodic(port, Occasion.START);
                return;
            }
            cancelTimers(port);
            port.neighbors().values().forEach(neighbor -> tell(false, port, neighbor, "the link is down"));
            port.neighbors().clear();
            user.down(port.link());
        }

        /** Targets that are added in one instant, or soon after one, share a frame. */
        @Override
        public void multicastTargetAdded(RouterInterface changedInterface) {
            CdpPort port = ports.get(changedInterface.name());
            Scheduler scheduler = router.scheduler();
            if (port.isRunning() && !scheduler.isPending(port.outOfTurnTimer)) {
                long earliest = Math.max(scheduler.nowNanos(), port.nextOutOfTurnNanos);
                port.nextOutOfTurnNanos = earliest + OUT_OF_TURN_NANOS;
                port.outOfTurnTimer = scheduler.after(earliest - scheduler.nowNanos(), sendTimers, OUT_OF_TURN, port);
            }
        }
    }
}
