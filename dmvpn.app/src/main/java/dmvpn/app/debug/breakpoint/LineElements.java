package dmvpn.app.debug.breakpoint;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What begins in a line of the model: whole routers, and smaller elements that events name as their origin. */
final class LineElements {

    private final Path file;
    private final int line;
    private final Set<String> routers = new HashSet<>();
    private boolean smaller;

    LineElements(CompiledNetwork network, Path file, int line) {
        this.file = file.toAbsolutePath().normalize();
        this.line = line;
        for (Device device : network.devices()) {
            if (isHere(device.origin())) {
                routers.add(device.name());
            }
            smaller |= device.interfaces().stream().anyMatch(each -> isHere(each.origin()))
                    || device.tunnels().stream().anyMatch(each -> isHere(each.origin()));
        }
        smaller |= network.scenarios().stream().anyMatch(scenario ->
                scenario.actions().stream().anyMatch(action -> isHere(action.origin()))
                        || scenario.expectations().stream().anyMatch(expectation -> isHere(expectation.origin())));
    }

    private boolean isHere(Origin origin) {
        return origin.isKnown() && origin.line() == line && pathOf(origin.file()).equals(file);
    }

    private static Path pathOf(String file) {
        return Path.of(file.startsWith("file:") ? java.net.URI.create(file).getPath() : file).toAbsolutePath().normalize();
    }

    boolean isEmpty() {
        return routers.isEmpty() && !smaller;
    }

    boolean contains(RecordedEvent event) {
        return routers.contains(event.nodeName()) || isHere(event.origin());
    }
}
