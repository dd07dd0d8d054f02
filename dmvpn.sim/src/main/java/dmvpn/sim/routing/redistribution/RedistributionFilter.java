package dmvpn.sim.routing.redistribution;

import java.util.Optional;

/** Decides which routes are announced, and what they carry: where route policies come in. */
@FunctionalInterface
public interface RedistributionFilter {

    /** Lets every route pass as it is. */
    RedistributionFilter ALL = Optional::of;

    /**
     * What becomes of a route.
     *
     * @return the route with what a policy set; empty when it is not announced
     */
    Optional<RedistributedRoute> apply(RedistributedRoute route);
}
