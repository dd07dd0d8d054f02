package dmvpn.dsl.compile;

import dmvpn.dsl.names.RouterFamily;
import dmvpn.network.rules.Finding;
import java.util.List;

/**
 * A router or family with its members, and what they were compiled from.
 *
 * @param family its declarations
 * @param links what the references of its declarations mean
 * @param shared what it shares with other routers
 * @param routers its members by number, or the one router
 * @param findings problems of its brackets
 */
record CompiledFamily(RouterFamily family, List<Object> links, SharedPlan shared, List<CompiledRouter> routers,
        List<Finding> findings) {

    /** True when the same texts and the same surroundings would be compiled again. */
    boolean holdsFor(RouterFamily other, List<Object> otherLinks, SharedPlan otherShared) {
        return shared == otherShared
                && family.base() == other.base()
                && Identity.areSame(family.exceptions(), other.exceptions())
                && Identity.areSame(links, otherLinks);
    }
}
