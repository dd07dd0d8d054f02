package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.routing.RecursiveLookup;
import dmvpn.sim.routing.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Follows the routes to the next hops of paths: Cisco's next-hop address tracking. */
final class NextHops implements EventHandler {

    /** Hears that paths by a next hop are usable or not, nearer or further. */
    @FunctionalInterface
    interface Listener {
        void changed(IpAddress nextHop, List<Nlri> destinations);
    }

    /** What is known of a next hop. */
    static final class NextHop {
        private final IpAddress address;
        /** Destinations with paths by it, and how many each has. */
        private final Map<Nlri, Integer> users = new LinkedHashMap<>();
        private boolean reachable;
        private long metric;
        /** Length of the prefix that leads to it: a route must not lead to its own next hop. */
        private int length;
        private int distance;

        private NextHop(IpAddress address) {
            this.address = address;
        }

        /**
         * True when packets for a destination may go there: the route to the destination must not hide the one to the next hop,
         * which stays in front when it is more specific, or of the same prefix and of a better distance.
         */
        boolean isReachableFor(IpPrefix destination, int ownDistance) {
            return reachable && (!destination.contains(address) || length > destination.length()
                    || length == destination.length() && distance < ownDistance);
        }

        long metric() {
            return metric;
        }
    }

    private final BgpContext context;
    private final Listener listener;
    private final TreeMap<IpAddress, NextHop> nextHops = new TreeMap<>();
    private final TreeMap<IpAddress, NextHop> touched = new TreeMap<>();
    private long timer = Scheduler.NO_TIMER;

    NextHops(BgpContext context, Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    void start() {
        context.routes().addListener(this::routeChanged);
    }

    void stop() {
        context.scheduler().cancel(timer);
    }

    /** A path by the next hop came. */
    NextHop use(IpAddress address, Nlri destination) {
        NextHop nextHop = nextHops.get(address);
        if (nextHop == null) {
            nextHop = new NextHop(address);
            nextHops.put(address, nextHop);
            resolve(nextHop);
        }
        nextHop.users.merge(destination, 1, Integer::sum);
        return nextHop;
    }

    /** A path by the next hop went. */
    void release(IpAddress address, Nlri destination) {
        NextHop nextHop = nextHops.get(address);
        if (nextHop != null) {
            nextHop.users.computeIfPresent(destination, (key, count) -> count == 1 ? null : (Integer) (count - 1));
            if (nextHop.users.isEmpty()) {
                nextHops.remove(address);
                touched.remove(address);
            }
        }
    }

    /** What is known of a next hop that some path uses. */
    NextHop of(IpAddress address) {
        return nextHops.get(address);
    }

    /** Looks at those next hops alone that the prefix covers. */
    private void routeChanged(IpPrefix prefix, Optional<Route> best) {
        IpAddress address = nextHops.ceilingKey(prefix.network());
        while (address != null && prefix.contains(address)) {
            touched.put(address, nextHops.get(address));
            address = nextHops.higherKey(address);
        }
        if (!touched.isEmpty() && !context.scheduler().isPending(timer)) {
            timer = context.scheduler().after(context.timing().nextHopDelayNanos(), this, 0, null);
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        List<NextHop> looked = new ArrayList<>(touched.values());
        touched.clear();
        for (NextHop nextHop : looked) {
            boolean before = nextHop.reachable;
            long metricBefore = nextHop.metric;
            int lengthBefore = nextHop.length;
            int distanceBefore = nextHop.distance;
            resolve(nextHop);
            if (before != nextHop.reachable || metricBefore != nextHop.metric || lengthBefore != nextHop.length
                    || distanceBefore != nextHop.distance) {
                if (before != nextHop.reachable) {
                    context.record(new BgpTraceEvent.NextHopChanged(nextHop.address, nextHop.reachable, nextHop.metric));
                }
                listener.changed(nextHop.address, List.copyOf(nextHop.users.keySet()));
            }
        }
    }

    private void resolve(NextHop nextHop) {
        Optional<Route> first = context.routes().lookup(nextHop.address);
        nextHop.reachable = first.isPresent() && RecursiveLookup.resolve(context.routes(), nextHop.address).isPresent();
        nextHop.metric = nextHop.reachable ? first.get().metric() : 0;
        nextHop.length = nextHop.reachable ? first.get().prefix().length() : 0;
        nextHop.distance = nextHop.reachable ? first.get().distance() : 0;
    }
}
