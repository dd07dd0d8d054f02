package dmvpn.dsl.compile;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.network.address.AddressRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Divides the members of a family into runs: those with exceptions one by one, and of the alike ones examples and others. */
final class FamilyRuns {

    private final RouterPlanner planner;
    private final SharedPlan shared;
    private final RouterPlanner.Family family;
    private final boolean namesAreItsOwn;
    private final List<MemberRun> runs = new ArrayList<>(1);

    private FamilyRuns(RouterPlanner planner, SharedPlan shared, RouterFamily family, boolean namesAreItsOwn) {
        this.planner = planner;
        this.shared = shared;
        this.family = RouterPlanner.Family.of(family);
        this.namesAreItsOwn = namesAreItsOwn;
    }

    /**
     * The runs of a router or family.
     *
     * @param namesAreItsOwn true when no router of another declaration can have the host name of a member
     */
    static List<MemberRun> of(RouterFamily family, RouterPlanner planner, SharedPlan shared, boolean namesAreItsOwn) {
        if (!family.isFamily()) {
            return List.of(MemberRun.of(List.of(new CompiledRouter(planner.single(family.base())))));
        }
        FamilyRuns runs = new FamilyRuns(planner, shared, family, namesAreItsOwn);
        runs.divide(planner.numbers(family));
        return runs.runs;
    }

    private void divide(int[] numbers) {
        int start = 0;
        for (int index = 1; index <= numbers.length; index++) {
            if (index == numbers.length || hasException(numbers[index]) || hasException(numbers[start])) {
                addRun(Arrays.copyOfRange(numbers, start, index));
                start = index;
            }
        }
    }

    private boolean hasException(int number) {
        return !family.declarations().exceptions().isEmpty() && family.declarations().exceptionFor(number).isPresent();
    }

    private void addRun(int[] numbers) {
        Optional<List<AddressRange>> ranges = numbers.length < MemberRun.LONG || !mayBeAlike()
                ? Optional.empty() : NumberedValues.of(family.clauses(), shared.clouds(), numbers);
        int compiled = ranges.isPresent() ? MemberRun.EXAMPLES : numbers.length;
        List<CompiledRouter> routers = new ArrayList<>(compiled);
        for (int index = 0; index < compiled; index++) {
            routers.add(new CompiledRouter(planner.plan(family, numbers[index])));
        }
        runs.add(ranges.isPresent()
                ? MemberRun.alike(family, routers, Arrays.copyOfRange(numbers, compiled, numbers.length), ranges.get())
                : MemberRun.of(routers));
    }

    /** Spokes in clouds where nobody is told of each of them: a static route or a BGP neighbour speaks of one router. */
    private boolean mayBeAlike() {
        return namesAreItsOwn && family.declarations().base() instanceof SpokeDeclaration
                && family.clauses().joins().stream().map(JoinClause::getCloud)
                        .allMatch(cloud -> cloud != null && shared.clouds().containsKey(cloud)
                                && !CloudMembers.needsAll(shared.clouds().get(cloud)));
    }
}
