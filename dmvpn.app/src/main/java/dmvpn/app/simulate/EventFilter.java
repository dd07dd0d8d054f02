package dmvpn.app.simulate;

import dmvpn.app.RequestException;
import dmvpn.app.scenario.KnownRouters;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.trace.TraceCursor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Which events, and which routers' tables, are shown. */
final class EventFilter {

    private final boolean keepAlives;
    private final Set<Integer> nodes = new TreeSet<>();
    private final Set<String> protocols = new LinkedHashSet<>();
    private final Set<String> seenProtocols = new TreeSet<>();
    private final Set<String> unseenProtocols = new LinkedHashSet<>();

    /**
     * @param nodeNames routers and hosts by their index
     * @throws RequestException when a wanted router is none of them
     */
    EventFilter(ShownEvents shown, CompiledNetwork network, List<String> nodeNames) throws RequestException {
        this(shown, "Network " + network.name(), name -> hostName(network, name), nodeNames);
    }

    /**
     * @param what what the events are of, for people
     * @param hostName the host name of a router that is named in another way
     */
    EventFilter(ShownEvents shown, String what, UnaryOperator<String> hostName, List<String> nodeNames)
            throws RequestException {
        keepAlives = shown.keepAlives();
        for (String name : shown.routers()) {
            int node = nodeNames.indexOf(hostName.apply(name));
            if (node < 0) {
                throw new RequestException(what + " has no router or host '" + name + "'; " + KnownRouters.in(nodeNames));
            }
            nodes.add(node);
        }
        shown.protocols().forEach(protocol -> protocols.add(protocol.toLowerCase(Locale.ROOT)));
        unseenProtocols.addAll(shown.protocols());
    }

    /** A router may be named as models refer to it: {@code Branch[7]} is {@code Branch7}. */
    private static String hostName(CompiledNetwork network, String name) {
        return network.devices().stream().filter(device -> device.reference().equals(name)).findFirst()
                .map(device -> device.name()).orElse(name);
    }

    boolean showsNode(int node) {
        return nodes.isEmpty() || nodes.contains(node);
    }

    /** True when the current event of the cursor is shown. */
    boolean shows(TraceCursor cursor) {
        return showsNode(cursor.node()) && showsProtocol(cursor.protocol()) && !hidesAsKeepAlive(cursor);
    }

    /** True when the current event of the cursor is a keep-alive, and those were not asked for. */
    boolean hidesAsKeepAlive(TraceCursor cursor) {
        return !keepAlives && cursor.isKeepAlive();
    }

    private boolean showsProtocol(String protocol) {
        if (protocols.isEmpty()) {
            return true;
        }
        if (seenProtocols.add(protocol)) {
            unseenProtocols.removeIf(wanted -> wanted.equalsIgnoreCase(protocol));
        }
        return protocols.contains(protocol.toLowerCase(Locale.ROOT));
    }

    /** Tells about protocols that were asked for and did not come up. */
    List<String> notes() {
        return unseenProtocols.stream().map(protocol -> "No event of protocol '" + protocol
                + "' came up; those that did: " + String.join(", ", seenProtocols) + ".").toList();
    }
}
