package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.AUTONOMOUS_SYSTEM_CLAUSE__NUMBER;

import dmvpn.dsl.routing.AutonomousSystemClause;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.DecimalText;
import java.util.Optional;

/** The autonomous systems of the members of a cloud: a number for each group, or one for each member such as 65000+n. */
final class AutonomousSystems {

    private static final long HIGHEST = 0xffff_ffffL;

    private final RoutingPlan plan;

    AutonomousSystems(RoutingPlan plan) {
        this.plan = plan;
    }

    /** The number of the router itself; one that cannot be read is reported. */
    Optional<Long> own(RouterPlan router) {
        Group group = router.isHub() ? Group.HUBS : Group.SPOKES;
        for (AutonomousSystemClause clause : plan.clause().getAutonomousSystems().reversed()) {
            if (Group.of(clause.getOf()) == group && clause.getNumber() != null) {
                return router.values().whole(clause, AUTONOMOUS_SYSTEM_CLAUSE__NUMBER, computed(clause.getNumber()), 1, HIGHEST);
            }
        }
        return Optional.of(plan.process());
    }

    /** The number of another member; empty for one that cannot be read, which is reported at that member. */
    Optional<Long> of(boolean hub, int member) {
        Group group = hub ? Group.HUBS : Group.SPOKES;
        Optional<String> written = Optional.empty();
        for (Grouped<String> system : plan.bgp().autonomousSystems()) {
            written = system.by() == group ? Optional.of(system.value()) : written;
        }
        if (written.isEmpty()) {
            return Optional.of(plan.process());
        }
        try {
            return DecimalText.tryParseWhole(ComputedText.expand(computed(written.get()), member))
                    .filter(number -> number >= 1 && number <= HIGHEST);
        } catch (ComputedTextException unreadable) {
            return Optional.empty();
        }
    }

    /** What is no number is an expression in the number of the member; it stands alone, so braces may be left out. */
    static String computed(String text) {
        return DecimalText.tryParseWhole(text).isPresent() || ComputedText.isComputed(text) ? text : "{" + text + "}";
    }
}
