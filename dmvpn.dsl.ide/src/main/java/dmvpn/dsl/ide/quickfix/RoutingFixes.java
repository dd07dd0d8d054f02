package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Place.around;
import static dmvpn.dsl.ide.quickfix.Remedy.add;
import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.removeElement;
import static dmvpn.dsl.ide.quickfix.Remedy.write;
import static dmvpn.dsl.routing.RoutingPackage.Literals.GROUP_VALUE__VALUE;
import static dmvpn.dsl.routing.RoutingPackage.Literals.NETWORK_TYPE_CLAUSE__TYPE;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.routing.AreaClause;
import dmvpn.dsl.routing.BidirectionalForwardingClause;
import dmvpn.dsl.routing.GroupValue;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.routing.RedistributionClause;
import dmvpn.dsl.routing.RoutingClause;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Mends of rules on routing through the tunnels and beside them. */
final class RoutingFixes {

    private static final String HUBS = "hubs";
    private static final String SPOKES = "spokes";

    /** A tag that says nothing but: passed on already. */
    private static final String TAG = "777";
    private static final String POLICY = "NoReturn";

    private static final Place NETWORK_TYPES = of(RoutingClause::getNetworkTypes);
    private static final Place AREAS = of(RoutingClause::getAreas);

    private RoutingFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.choice("R-RT-01", RoutingFixes::eigrp),
                RuleFix.choice("R-RT-02", write(Place.ROUTING, "split-horizon", "off"), add(Place.ROUTING, "default from hubs")),
                RuleFix.certain("R-RT-03", remove(Place.ROUTING, "k-values")),
                RuleFix.certain("R-RT-05", write(Place.ROUTING, "stub", SPOKES)),
                RuleFix.certain("R-RT-06", Remedy.of(RoutingFixes::multipoint)),
                RuleFix.choice("R-RT-07", removeElement(NETWORK_TYPES).or(remove(Place.ROUTING, "hello"))
                        .or(remove(Place.ROUTING, "dead")).or(removeElement(AREAS))),
                RuleFix.certain("R-RT-08", Remedy.of(problem -> priority(problem, SPOKES, "0"))),
                RuleFix.certain("R-RT-09", Remedy.of(problem -> priority(problem, HUBS, "255"))),
                RuleFix.choice("R-RT-10", RoutingFixes::areaOfSpokes),
                RuleFix.certain("R-RT-14", write(Place.ROUTING, "next-hop-self", "all")),
                RuleFix.choice("R-RT-15", write(Place.ROUTING, "allowas-in", SPOKES), write(Place.ROUTING, "as-override", HUBS)),
                RuleFix.certain("R-RT-16", add(Place.NEIGHBOR.or(Place.ROUTING), "hello 10s  hold 30s")),
                RuleFix.certain("R-RT-17", write(Place.TUNNEL, "if-state", "on")),
                RuleFix.certain("R-RT-18", StaticNextHops::ofSpoke),
                RuleFix.certain("R-RT-20", remove(around(BidirectionalForwardingClause.class), "by")),
                RuleFix.choice("R-RT-21", RoutingFixes::tagged),
                RuleFix.certain("R-RT-23", removeElement(Place.NEIGHBOR)),
                RuleFix.choice("R-RT-24", RoutingFixes::seedMetric),
                RuleFix.certain("R-BK-02", write(Place.ROUTING, "distance", "180 external 190")),
                RuleFix.choice("R-BK-03", add(Place.NEIGHBOR, "local-preference 200")),
                RuleFix.choice("R-BK-04", write(Place.ROUTING, "neighbor", RoutingFixes::routersOfSite)),
                RuleFix.certain("R-FR-11", add(Place.ROUTING, "hello 10s  dead 40s")));
    }

    private static Place of(Function<RoutingClause, Collection<? extends EObject>> clauses) {
        return problem -> Place.ROUTING.in(problem).map(RoutingClause.class::cast).flatMap(clause -> clauses.apply(clause).stream());
    }

    /** Hubs tell spokes of each other, or at least where everything is. */
    private static Stream<Mend> eigrp(Problem problem) {
        return Stream.of("eigrp 100", "eigrp 100 { default from hubs  stub spokes }", "eigrp 100 { split-horizon off  stub spokes }")
                .map(clause -> new Mend("Use EIGRP", problem.offset(), problem.length(), clause));
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
                : add(Place.ROUTING, "priority " + group + " " + value).mends(problem).findFirst();
    }

    /** An area without the routes of others: what is written for area 0 gives way to it. */
    private static Stream<Mend> areaOfSpokes(Problem problem) {
        String area = "area 1 type totally-stub";
        Optional<? extends EObject> written = AREAS.in(problem).findFirst();
        return written.isEmpty() ? add(Place.ROUTING, area).mends(problem)
                : ElementText.of((AreaClause) written.get()).map(ElementText::whole).stream().map(span ->
                        new Mend("Use " + area, span.start(), span.end() - span.start(), area));
    }

    private static Stream<Mend> seedMetric(Problem problem) {
        return problem.element(RedistributionClause.class).filter(clause -> clause.getMetric() == null).stream()
                .filter(clause -> clause.eContainer() instanceof RoutingClause)
                .flatMap(clause -> add(around(RedistributionClause.class), "with metric "
                        + ("rip".equals(((RoutingClause) clause.eContainer()).getProtocol()) ? "5" : "100000/100/255/1/1500"))
                        .mends(problem));
    }

    /** What is passed on gets a tag, and what has it is not passed on again. */
    private static Stream<Mend> tagged(Problem problem) {
        String text = problem.document().text();
        boolean known = problem.document().resource().model().getElements().stream()
                .anyMatch(element -> element instanceof PolicyDeclaration policy && POLICY.equals(policy.getName()));
        List<Change> policy = known ? List.of() : List.of(new Change(text.length(), 0, (text.endsWith("\n") ? "" : "\n")
                + "\npolicy " + POLICY + " {\n  deny tag " + TAG + "\n  permit\n}\n"));
        return problem.element(RedistributionClause.class).filter(clause -> clause.getTag() == null && clause.getPolicy() == null)
                .flatMap(ElementText::of).stream().map(clause -> new Mend("Tag what is passed on, and do not pass it on again",
                        Stream.concat(Stream.of(clause.adding("tag " + TAG + " through " + POLICY)), policy.stream()).toList()));
    }

    private static Stream<String> routersOfSite(Problem problem) {
        String own = problem.element(RouterDeclaration.class).map(RouterDeclaration::getName).orElse("");
        Optional<String> site = problem.network().deviceNamed(own).flatMap(device -> device.site());
        return problem.network().devices().stream().filter(device -> site.isPresent() && device.site().equals(site))
                .filter(device -> !device.name().equals(own)).map(device -> device.reference());
    }
}
