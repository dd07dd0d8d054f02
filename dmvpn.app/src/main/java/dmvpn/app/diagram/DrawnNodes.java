package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.network.underlay.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which element of a diagram stands for a router or host of a simulation: member 7 of a family Branch runs as Branch7. */
final class DrawnNodes {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:\\.\\.(\\d{1,6}))?");

    private final Map<String, String> elements = new LinkedHashMap<>();
    private final Map<String, String> clouds;
    private final Map<String, String> routersOfHosts;

    /** @param routersOfHosts the router of each host by its name: also of those that no model names */
    DrawnNodes(Diagram diagram, Map<String, String> routersOfHosts) {
        this.routersOfHosts = routersOfHosts;
        this.clouds = diagram.clouds().stream().collect(Collectors.toMap(CloudNode::label, CloudNode::id, (first, next) -> first));
        // Exceptions come behind their family in the text, and stand for their members themselves.
        diagram.routers().forEach(this::add);
    }

    /** The router of each host of a run. */
    static Map<String, String> routersOfHosts(DebugSession session) {
        return session.ofRun(run -> run.configuration().hosts().stream().collect(Collectors.toMap(Host::name, Host::device)));
    }

    private void add(RouterNode router) {
        int bracket = router.label().indexOf('[');
        if (bracket < 0) {
            elements.put(router.label(), router.id());
            return;
        }
        String name = router.label().substring(0, bracket);
        Matcher ranges = RANGE.matcher(router.label().substring(bracket));
        while (ranges.find()) {
            int last = Integer.parseInt(ranges.group(2) == null ? ranges.group(1) : ranges.group(2));
            for (int member = Integer.parseInt(ranges.group(1)); member <= last; member++) {
                elements.put(name + member, router.id());
            }
        }
    }

    Optional<String> of(String node) {
        return Optional.ofNullable(elements.get(routersOfHosts.getOrDefault(node, node)));
    }

    /** The element of a cloud; empty when it is not drawn. */
    String cloud(String name) {
        return clouds.getOrDefault(name, "");
    }

    /** The routers that an element stands for, in their order. */
    List<String> namesOf(String element) {
        return elements.entrySet().stream().filter(entry -> entry.getValue().equals(element)).map(Map.Entry::getKey).toList();
    }
}
