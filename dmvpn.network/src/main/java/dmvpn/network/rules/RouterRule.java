package dmvpn.network.rules;

import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/**
 * A rule that looks at one router at a time: its own configuration, the clouds and transports of the network, and the
 * servers that it registers with. Nothing else of the network may decide what it finds, since its findings for a router
 * are kept until one of these changes: after an edit it runs for the routers that the edit touches.
 *
 * <p>This is the rule to write whenever possible. A rule that looks at each tunnel of a router is a {@link MemberRule}; one
 * that compares routers with each other is a {@link NetworkRule}.
 */
public interface RouterRule extends NetworkRule {

    /**
     * Reports each place where one router breaks the rule. It must find the same for the same router whenever it is asked,
     * so it keeps nothing between two calls.
     *
     * @param router the router and what may be known of its surroundings
     * @param findings gets each finding
     */
    void check(RouterView router, Consumer<Finding> findings);

    @Override
    default void check(Memberships memberships, Consumer<Finding> findings) {
        memberships.routers().forEach(router -> check(router, findings));
    }
}
