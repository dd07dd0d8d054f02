package dmvpn.app.debug;

import dmvpn.app.debug.watch.WatchScope;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.util.List;
import java.util.Optional;

/** A debugged run as expressions see it. */
record SessionScope(CompiledNetwork network, DebugSession session) implements WatchScope {

    @Override
    public List<String> routers() {
        return session.routers().stream().map(RouterState::name).toList();
    }

    @Override
    public Optional<String> router(String name) {
        return routers().stream().filter(name::equals).findFirst()
                .or(() -> network.devices().stream().filter(device -> device.reference().equals(name)).map(Device::name).findFirst());
    }

    @Override
    public List<StateTable> tables(String router) {
        return session.routers().stream().filter(each -> each.name().equals(router)).findFirst()
                .map(each -> session.seen().tablesOf(each.node())).orElse(List.of());
    }

    @Override
    public Optional<RecordedEvent> event() {
        return session.event();
    }

    @Override
    public long timeNanos() {
        return session.event().map(RecordedEvent::timeNanos).orElse(0L);
    }
}
