package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the best of several paths (RFC 4271 section 9.1.2, in the order of IOS). */
final class BestPath {

    /**
     * What came out between two paths.
     *
     * @param order negative when the first is better, positive when the second is
     * @param step what decided
     */
    record Comparison(int order, DecisionStep step) {
    }

    private BestPath() {
    }

    /**
     * The best path: IOS compares the first two, the winner with the third, and so on, the latest path first.
     *
     * @return null when no path may be used
     */
    static BgpPath of(List<BgpPath> paths) {
        BgpPath best = null;
        for (BgpPath path : paths) {
            if (path.isReachable() && (best == null || compare(path, best).order() < 0)) {
                best = path;
            }
        }
        return best;
    }

    /** What decided for the best path: the last step that any other one got to. */
    static DecisionStep decisive(BgpPath best, List<BgpPath> paths) {
        DecisionStep step = DecisionStep.ONLY;
        for (BgpPath path : paths) {
            if (path != best) {
                DecisionStep lost = whyLost(path, best);
                step = lost.compareTo(step) > 0 ? lost : step;
            }
        }
        return step;
    }

    /** Why a path is not the best. */
    static DecisionStep whyLost(BgpPath path, BgpPath best) {
        return path.isReachable() && best != null ? compare(best, path).step() : DecisionStep.NEXT_HOP;
    }

    /** Compares two paths that may be used. */
    static Comparison compare(BgpPath one, BgpPath other) {
        int order = Integer.compare(other.weight(), one.weight());
        if (order != 0) {
            return new Comparison(order, DecisionStep.WEIGHT);
        }
        order = Long.compare(other.localPreference(), one.localPreference());
        if (order != 0) {
            return new Comparison(order, DecisionStep.LOCAL_PREFERENCE);
        }
        order = Boolean.compare(other.source().isLocal(), one.source().isLocal());
        if (order != 0) {
            return new Comparison(order, DecisionStep.LOCALLY_ORIGINATED);
        }
        order = Boolean.compare(one.source() == PathSource.AGGREGATE, other.source() == PathSource.AGGREGATE);
        if (order != 0) {
            return new Comparison(order, DecisionStep.OWN_AGGREGATE);
        }
        order = Integer.compare(one.attributes().asPath().length(), other.attributes().asPath().length());
        if (order != 0) {
            return new Comparison(order, DecisionStep.AS_PATH_LENGTH);
        }
        order = one.attributes().origin().compareTo(other.attributes().origin());
        if (order != 0) {
            return new Comparison(order, DecisionStep.ORIGIN);
        }
        if (one.attributes().asPath().first().equals(other.attributes().asPath().first())) {
            order = Long.compare(one.multiExitDiscriminator(), other.multiExitDiscriminator());
            if (order != 0) {
                return new Comparison(order, DecisionStep.MULTI_EXIT_DISCRIMINATOR);
            }
        }
        return compareNearness(one, other);
    }

    private static Comparison compareNearness(BgpPath one, BgpPath other) {
        int order = Boolean.compare(one.source() == PathSource.INTERNAL, other.source() == PathSource.INTERNAL);
        if (order != 0) {
            return new Comparison(order, DecisionStep.EXTERNAL);
        }
        order = Long.compare(one.nextHopMetric(), other.nextHopMetric());
        if (order != 0) {
            return new Comparison(order, DecisionStep.NEXT_HOP_METRIC);
        }
        if (one.source() == PathSource.EXTERNAL) {
            order = Long.compare(one.receivedAtNanos(), other.receivedAtNanos());
            if (order != 0) {
                return new Comparison(order, DecisionStep.OLDEST);
            }
        }
        order = one.decidingRouterId().compareTo(other.decidingRouterId());
        if (order != 0) {
            return new Comparison(order, DecisionStep.ROUTER_ID);
        }
        order = Integer.compare(one.attributes().clusterList().size(), other.attributes().clusterList().size());
        if (order != 0) {
            return new Comparison(order, DecisionStep.CLUSTER_LIST_LENGTH);
        }
        order = compare(one.peer().map(BgpPeer::address), other.peer().map(BgpPeer::address));
        return new Comparison(order, order == 0 ? DecisionStep.NOTHING : DecisionStep.NEIGHBOR_ADDRESS);
    }

    private static int compare(Optional<IpAddress> one, Optional<IpAddress> other) {
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get())
                : Boolean.compare(one.isPresent(), other.isPresent());
    }

    /**
     * The best path and those that may share its load: equal until only identifiers tell them apart, from the same kind of
     * neighbour, and by other next hops; external ones by the same autonomous systems (Cisco, {@code maximum-paths}).
     */
    static List<BgpPath> sharing(BgpPath best, List<BgpPath> paths, int maximum) {
        List<BgpPath> sharing = new ArrayList<>();
        sharing.add(best);
        for (BgpPath path : paths) {
            if (sharing.size() >= maximum) {
                break;
            }
            if (path != best && path.isReachable() && isEqual(path, best)
                    && sharing.stream().noneMatch(each -> each.nextHop().equals(path.nextHop()))) {
                sharing.add(path);
            }
        }
        return sharing;
    }

    private static boolean isEqual(BgpPath path, BgpPath best) {
        return !best.source().isLocal() && path.source() == best.source()
                && compare(best, path).step().compareTo(DecisionStep.NEXT_HOP_METRIC) > 0
                && (path.source() == PathSource.INTERNAL || path.attributes().asPath().equals(best.attributes().asPath()));
    }
}
