package dmvpn.network.rules;

import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Memberships;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rule that is checked on the compiled network, whoever made it: a model or an imported configuration.
 *
 * <p>A rule that implements this interface and no narrower one compares routers with each other, and runs over the whole
 * network after each edit: one pass, no search inside it, no text made for what is in order. Most rules look at one router
 * or one tunnel at a time and are {@link RouterRule} or {@link MemberRule}: they run for the routers that an edit touches.
 */
public interface NetworkRule {

    /** The entry in the catalogue. */
    Rule rule();

    /**
     * True for a rule that asks members for their {@linkplain dmvpn.network.rules.membership.Member#count() count} wherever
     * it counts, and reports at no router that may stand for others: what it finds where a few members stand for a large
     * family is what it finds in the whole network. A rule that finds something and does not say so is asked again with
     * every router.
     */
    default boolean countsMembers() {
        return false;
    }

    /**
     * What a network must use for the rule to find anything, all of it: the rule does not run in a network where one of them
     * is missing. Of a rule that looks at one router, the router itself or one of its servers must use it.
     */
    default Set<Feature> needs() {
        return Set.of();
    }

    /**
     * Reports each place where a network breaks the rule, in the order of the network.
     *
     * @param memberships the network together with who is a member of which cloud, found once for all rules
     * @param findings gets each finding
     */
    void check(Memberships memberships, Consumer<Finding> findings);
}
