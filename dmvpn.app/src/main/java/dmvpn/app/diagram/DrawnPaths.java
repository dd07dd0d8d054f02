package dmvpn.app.diagram;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.diagnosis.SessionDiagnosis;
import dmvpn.app.diagnose.Diagnosis;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.PathQuestion;
import dmvpn.diagram.glsp.ShownPath;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.HostNode;
import dmvpn.diagram.notation.TransportNode;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.ProbedPath;
import dmvpn.sim.trace.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way of a packet between elements of a diagram where a run stands, as the method of layers finds it. */
public final class DrawnPaths {

    /** How a page calls a site, which is no element of its own. */
    private static final String SITE = "site:";

    private final Diagram diagram;
    private final DrawnNodes nodes;
    private final Map<String, String> transports;

    /** @param diagram what the page shows */
    public DrawnPaths(Diagram diagram) {
        this.diagram = diagram;
        this.nodes = new DrawnNodes(diagram, Map.of());
        this.transports = diagram.transports().stream().collect(Collectors.toMap(TransportNode::label, TransportNode::id,
                (first, next) -> first));
    }

    /**
     * The way from one element to another. Of a family or site it is that of its first router, and within one from its first to its
     * second one.
     *
     * @param when words before the instant
     */
    public ShownPath between(DebugSession session, PathQuestion question, String when, ProgressMonitor monitor) {
        List<String> sources = namesOf(question.from());
        Optional<String> destination = namesOf(question.to()).stream()
                .filter(name -> !sources.isEmpty() && !name.equals(sources.getFirst())).findFirst();
        if (sources.isEmpty() || destination.isEmpty()) {
            return ShownPath.none("A packet goes from one router to another: choose two");
        }
        try {
            CompiledNetwork network = session.ofRun(Simulation::configuration);
            return SessionDiagnosis.of(session, sources.getFirst(), destination.get(), monitor)
                    .map(found -> shown(found.diagnosis(), when, network)).orElseGet(() -> ShownPath.none("The search was stopped"));
        } catch (RequestException refused) {
            return ShownPath.none(refused.getMessage());
        }
    }

    /** The routers of an element or site, or a host. */
    private List<String> namesOf(String end) {
        if (end.startsWith(SITE)) {
            return diagram.routers().stream().filter(router -> router.site().equals(end.substring(SITE.length())))
                    .flatMap(router -> nodes.namesOf(router.id()).stream()).toList();
        }
        List<String> routers = nodes.namesOf(end);
        return !routers.isEmpty() ? routers
                : diagram.hosts().stream().filter(host -> host.id().equals(end)).map(HostNode::label).toList();
    }

    private ShownPath shown(Diagnosis diagnosis, String when, CompiledNetwork network) {
        ProbedPath way = diagnosis.wayThere();
        return new ShownPath(diagnosis.from() + " to " + diagnosis.to() + " " + when + TimeText.instant(diagnosis.timeNanos()) + " s", "",
                way.arrives(), end(way), steps(way, network), diagnosis.findings().stream().map(finding -> finding.layer().title() + " at "
                        + finding.router() + ": " + finding.cause() + ". To mend it: " + finding.mend()).toList());
    }

    private static String end(ProbedPath way) {
        if (!way.arrives()) {
            return "stops" + (way.hops().isEmpty() ? ": " : " at " + way.devices().getLast() + ": ") + way.end();
        }
        return way.between().isEmpty() ? "arrives directly" : "arrives through " + String.join(", ", way.between());
    }

    private List<ShownPath.Step> steps(ProbedPath way, CompiledNetwork network) {
        List<ShownPath.Step> steps = new ArrayList<>();
        for (int index = 0; index < way.hops().size(); index++) {
            ProbedPath.Hop hop = way.hops().get(index);
            String next = index + 1 < way.hops().size() ? way.hops().get(index + 1).device() : "";
            steps.add(new ShownPath.Step(nodes.of(hop.device()).orElse(""), nodes.of(next).orElse(""),
                    hop.network().map(transports::get).orElse(""), cloud(hop, network), text(hop)));
        }
        return steps;
    }

    private String cloud(ProbedPath.Hop hop, CompiledNetwork network) {
        return network.devices().stream().filter(device -> device.name().equals(hop.device())).flatMap(device -> device.tunnels().stream())
                .filter(tunnel -> hop.tunnel().filter(tunnel.name()::equals).isPresent())
                .map(tunnel -> nodes.cloud(tunnel.cloud())).findFirst().orElse("");
    }

    private static String text(ProbedPath.Hop hop) {
        return hop.device() + ": " + hop.decision() + hop.network().map(network -> ", over " + network).orElse("");
    }
}
