package dmvpn.app.debug.diagnosis;

import dmvpn.app.debug.DebugSession;
import dmvpn.network.device.Device;
import dmvpn.network.underlay.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between what one can diagnose: routers with a tunnel, and hosts behind them. */
public final class DiagnosisEnds {

    /** Name of the router by the name of an end. */
    private final Map<String, String> routers = new LinkedHashMap<>();

    private DiagnosisEnds() {
    }

    /** The ends of a session's network: its routers in the order of the model, each followed by its hosts. */
    public static DiagnosisEnds of(DebugSession session) {
        DiagnosisEnds ends = new DiagnosisEnds();
        session.ofRun(run -> {
            for (Device device : run.configuration().devices()) {
                if (!device.tunnels().isEmpty()) {
                    ends.routers.put(device.name(), device.name());
                    run.configuration().hosts().stream().filter(host -> host.device().equals(device.name())).map(Host::name)
                            .forEach(host -> ends.routers.putIfAbsent(host, device.name()));
                }
            }
            return null;
        });
        return ends;
    }

    /** Their names. */
    public List<String> names() {
        return List.copyOf(routers.keySet());
    }

    /** The router of an end; empty for a name of none. */
    public Optional<String> routerOf(String end) {
        return Optional.ofNullable(routers.get(end));
    }
}
