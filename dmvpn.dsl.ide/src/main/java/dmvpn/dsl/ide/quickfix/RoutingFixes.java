package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.routing.BidirectionalForwardingClause;
import dmvpn.dsl.routing.GroupValue;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RedistributionClause;
import dmvpn.dsl.routing.RoutingClause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Mends what a setting of a routing clause can mend. */
final class RoutingFixes {

    private static final String HUBS = "hubs";
    private static final String SPOKES = "spokes";

    private RoutingFixes() {
    }

    /** One fix for each rule. */
    static Stream<QuickFix> all() {
        return Stream.of(
                new SettingFix("R-RT-03", RoutingFixes::removeWeights, true),
                new SettingFix("R-RT-05", problem -> add(problem, "stub spokes"), true),
                new SettingFix("R-RT-06", RoutingFixes::multipoint, true),
                new SettingFix("R-RT-08", problem -> priority(problem, SPOKES, "0"), true),
                new SettingFix("R-RT-09", problem -> priority(problem, HUBS, "255"), true),
                new SettingFix("R-RT-14", RoutingFixes::nextHopOfAll, true),
                new SettingFix("R-RT-15", problem -> add(problem, "allowas-in spokes"), false),
                new SettingFix("R-RT-16", RoutingFixes::fastTimers, true),
                new SettingFix("R-RT-20", RoutingFixes::detectOnBothEnds, true),
                new SettingFix("R-RT-23", RoutingFixes::removeNeighbor, true),
                new SettingFix("R-RT-24", RoutingFixes::seedMetric, false),
                new SettingFix("R-MT-04", RoutingFixes::mtuOfCloud, true),
                new SettingFix("R-MT-05", RoutingFixes::bandwidth, false),
                new SettingFix("R-BK-02", RoutingFixes::distance, true),
                new SettingFix("R-BK-03", RoutingFixes::preferProvider, false),
                new SettingFix("R-FR-11", problem -> add(problem, "hello 10s  dead 40s"), true));
    }

    private record SettingFix(String ruleId, Function<Problem, Optional<Mend>> mend, boolean isCertain) implements QuickFix {

        @Override
        public List<Mend> mends(Problem problem) {
            return mend.apply(problem).stream().toList();
        }

        /** The members of a cloud share its clause, so that one edit mends several findings. */
        @Override
        public boolean looksAtOthers() {
            return true;
        }
    }

    /** Adds a setting to the routing clause, with braces when it has none. */
    private static Optional<Mend> add(Problem problem, String setting) {
        return problem.element(RoutingClause.class).flatMap(clause -> add(problem, clause, setting));
    }

    private static Optional<Mend> add(Problem problem, EObject clause, String setting) {
        INode node = NodeModelUtils.findActualNodeFor(clause);
        if (node == null) {
            return Optional.empty();
        }
        String title = "Add '" + setting + "'";
        // A computed value ends with a brace too.
        return "}".equals(NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), node.getEndOffset() - 1).getText()) ? problem.addToBlock(title, clause, setting)
                : Optional.of(new Mend(title, node.getEndOffset(), 0, " { " + setting + " }"));
    }

    private static Optional<Mend> removeWeights(Problem problem) {
        return problem.element(RoutingClause.class).flatMap(clause -> {
            List<INode> values = NodeModelUtils.findNodesForFeature(clause, ROUTING_CLAUSE__KVALUES);
            int start = values.isEmpty() ? -1 : problem.document().text().lastIndexOf("k-values", values.getFirst().getOffset());
            return start < 0 ? Optional.empty()
                    : Optional.of(new Mend("Leave the K values as they are", start, values.getLast().getEndOffset() - start, ""));
        });
    }

    private static Optional<Mend> multipoint(Problem problem) {
        return problem.element(RoutingClause.class)
                .flatMap(clause -> clause.getNetworkTypes().stream().filter(type -> !SPOKES.equals(type.getBy())).findFirst())
                .flatMap(type -> Problem.replace("Expect several neighbours", type, NETWORK_TYPE_CLAUSE__TYPE,
                        "point-to-multipoint"));
    }

    private static Optional<Mend> priority(Problem problem, String group, String value) {
        Optional<RoutingClause> clause = problem.element(RoutingClause.class);
        Optional<GroupValue> written = clause.flatMap(found ->
                found.getPriorities().stream().filter(priority -> group.equals(priority.getBy())).findFirst());
        return written.isPresent()
                ? Problem.replace("Change the priority to " + value, written.get(), GROUP_VALUE__VALUE, value)
                : clause.flatMap(found -> add(problem, found, "priority " + group + " " + value));
    }

    private static Optional<Mend> nextHopOfAll(Problem problem) {
        return problem.element(RoutingClause.class).flatMap(clause -> Problem.replace("Become next hop of reflected routes too",
                clause, ROUTING_CLAUSE__NEXT_HOP_SELF, "all"));
    }

    private static Optional<Mend> fastTimers(Problem problem) {
        Optional<NeighborClause> neighbor = problem.element(NeighborClause.class);
        if (neighbor.isPresent()) {
            return neighbor.filter(clause -> clause.getHello() == null && clause.getHold() == null)
                    .flatMap(clause -> add(problem, clause, "hello 10s  hold 30s"));
        }
        return problem.element(RoutingClause.class)
                .filter(clause -> clause.getHello() == null && clause.getHold() == null)
                .flatMap(clause -> add(problem, clause, "hello 10s  hold 30s"));
    }

    private static Optional<Mend> detectOnBothEnds(Problem problem) {
        return problem.element(RoutingClause.class).flatMap(clause -> clause.getBfd().stream()
                .filter(bfd -> bfd.getBy() != null).findFirst().flatMap(bfd -> withoutGroup(problem, bfd)));
    }

    private static Optional<Mend> withoutGroup(Problem problem, BidirectionalForwardingClause bfd) {
        return Problem.written(bfd, BIDIRECTIONAL_FORWARDING_CLAUSE__BY).map(node -> {
            int start = problem.document().text().lastIndexOf("by", node.getOffset() - 1);
            return new Mend("Detect on both ends", start, node.getEndOffset() - start, "");
        });
    }

    private static Optional<Mend> removeNeighbor(Problem problem) {
        return problem.element(NeighborClause.class).map(NodeModelUtils::findActualNodeFor)
                .map(node -> new Mend("Remove the neighbour", node.getOffset(), node.getLength(), ""));
    }

    private static Optional<Mend> seedMetric(Problem problem) {
        return problem.element(RedistributionClause.class).filter(clause -> clause.getMetric() == null)
                .filter(clause -> clause.eContainer() instanceof RoutingClause)
                .map(clause -> new Mend("Add a metric", NodeModelUtils.findActualNodeFor(clause).getEndOffset(), 0,
                        " with metric " + ("rip".equals(((RoutingClause) clause.eContainer()).getProtocol()) ? "5"
                                : "100000/100/255/1/1500")));
    }

    private static Optional<Mend> mtuOfCloud(Problem problem) {
        return problem.element(JoinClause.class)
                .filter(join -> join.getMtu() != null && join.getCloud() != null && join.getCloud().getMtu() != null)
                .flatMap(join -> Problem.replace("Use the cloud's MTU", join, ModelPackage.Literals.TUNNEL_SETTINGS__MTU,
                        join.getCloud().getMtu()));
    }

    private static Optional<Mend> bandwidth(Problem problem) {
        Optional<CloudDeclaration> cloud = problem.element(JoinClause.class).map(JoinClause::getCloud)
                .or(() -> problem.element(CloudDeclaration.class));
        return cloud.filter(declaration -> declaration.getBandwidth() == null)
                .flatMap(declaration -> problem.addToBlock("Add 'bandwidth 100Mbps' to cloud " + declaration.getName(),
                        declaration, "bandwidth 100Mbps"));
    }

    private static Optional<Mend> distance(Problem problem) {
        return problem.element(RoutingClause.class).flatMap(clause -> clause.getDistance() == null
                ? add(problem, clause, "distance 180 external 190")
                : Problem.replace("Change the distance to 180", clause, ROUTING_CLAUSE__DISTANCE, "180"));
    }

    private static Optional<Mend> preferProvider(Problem problem) {
        return problem.element(NeighborClause.class).flatMap(clause -> add(problem, clause, "local-preference 200"));
    }
}
