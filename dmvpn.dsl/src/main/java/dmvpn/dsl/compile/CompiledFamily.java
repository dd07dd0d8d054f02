package dmvpn.dsl.compile;

import dmvpn.dsl.names.RouterFamily;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A router or family with its members, and what they were compiled from.
 *
 * @param family its declarations
 * @param links what the references of its declarations mean
 * @param shared what it shares with other routers
 * @param namesAreItsOwn true when no other router could have the host name of a member
 * @param runs its members by number, or the one router
 * @param findings problems of its brackets
 */
record CompiledFamily(RouterFamily family, List<Object> links, SharedPlan shared, boolean namesAreItsOwn, List<MemberRun> runs,
        List<Finding> findings) {

    /** True when the same texts and the same surroundings would be compiled again. */
    boolean holdsFor(RouterFamily other, List<Object> otherLinks, SharedPlan otherShared, boolean otherNames) {
        return shared == otherShared && namesAreItsOwn == otherNames
                && family.base() == other.base()
                && Identity.areSame(family.exceptions(), other.exceptions())
                && Identity.areSame(links, otherLinks);
    }

    /** The same without some of the routers that are compiled at once. */
    CompiledFamily without(Predicate<CompiledRouter> unwanted) {
        List<MemberRun> left = new ArrayList<>(runs.size());
        boolean same = true;
        for (MemberRun run : runs) {
            List<CompiledRouter> wanted = new ArrayList<>(run.routers().size());
            run.routers().stream().filter(unwanted.negate()).forEach(wanted::add);
            boolean whole = wanted.size() == run.routers().size();
            same &= whole;
            left.add(whole ? run : MemberRun.of(wanted));
        }
        return same ? this : new CompiledFamily(family, links, shared, namesAreItsOwn, left, findings);
    }

    /** The numbers of all members, ascending. */
    int[] numbers() {
        return runs.stream().flatMapToInt(run -> Arrays.stream(run.numbers(RouterDirectory.SINGLE))).toArray();
    }
}
