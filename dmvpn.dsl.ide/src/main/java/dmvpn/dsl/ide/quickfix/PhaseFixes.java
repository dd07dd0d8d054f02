package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Place.around;
import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.removeElement;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.routing.DefaultClause;
import dmvpn.dsl.routing.NetworkTypeClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.SummaryClause;
import java.util.Collection;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Mends of rules on what Phase 1, 2 and 3 need. What the phase decides is best said by nobody: a setting goes first. */
final class PhaseFixes {

    private static final Place NETWORK_TYPES = each(RoutingClause::getNetworkTypes);
    private static final Place SUMMARIES = Place.around(SummaryClause.class).or(Place.around(DefaultClause.class));

    private PhaseFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.certain("R-PH-01", byPhase("mode", "multipoint")),
                RuleFix.certain("R-PH-02", byPhase("mode", "point-to-point")),
                RuleFix.certain("R-PH-04", byPhase("mode", "multipoint")),
                RuleFix.choice("R-PH-05", removeElement(SUMMARIES)),
                RuleFix.certain("R-PH-06", remove(Place.ROUTING, "next-hop-self").or(write(Place.ROUTING, "next-hop-self", "off"))
                        .or(removeElement(NETWORK_TYPES))),
                RuleFix.certain("R-PH-07", byPhase("redirect", "on")),
                RuleFix.certain("R-PH-08", byPhase("shortcut", "on")),
                RuleFix.certain("R-PH-09", byPhase("shortcut", "on")),
                RuleFix.choice("R-PH-10", byPhase("redirect", "off")),
                RuleFix.certain("R-PH-11", byPhase("shortcut", "off")),
                RuleFix.certain("R-PH-12", byPhase("shortcut", "on"), byPhase("redirect", "on")));
    }

    private static Remedy byPhase(String words, String value) {
        return remove(Place.JOIN, words).or(remove(Place.CLOUD, words)).or(write(Place.JOIN, words, value))
                .or(write(Place.CLOUD, words, value));
    }

    private static Place each(java.util.function.Function<RoutingClause, Collection<? extends EObject>> clauses) {
        return problem -> Place.ROUTING.in(problem).map(RoutingClause.class::cast).flatMap(clause -> clauses.apply(clause).stream());
    }
}
