package dmvpn.sim.scenario;

import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Host;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for circles in which routers would send a packet for a host. A new circle leads through a router whose state has
 * changed, so it is looked for from those alone.
 */
final class LoopWatch {

    private final RunningNetwork network;
    private final Set<Integer> changed = new TreeSet<>();

    /**
     * A circle.
     *
     * @param node a router in it or on the way into it
     * @param explanation the routers on the way, for people
     */
    record Loop(int node, String explanation) {
    }

    LoopWatch(RunningNetwork network) {
        this.network = network;
    }

    /** The state of a router changed. */
    void changed(int node) {
        changed.add(node);
    }

    /** What lies between routers changed. */
    void everythingChanged() {
        network.routers().forEach(router -> changed.add(router.node()));
    }

    /** A circle through a router that changed since the last time; empty when there is none. */
    Optional<Loop> find() {
        List<Integer> toLookAt = new ArrayList<>(changed);
        changed.clear();
        for (int node : toLookAt) {
            Optional<Loop> loop = network.routerAt(node).flatMap(this::find);
            if (loop.isPresent()) {
                return loop;
            }
        }
        return Optional.empty();
    }

    private Optional<Loop> find(RouterNode router) {
        for (Optional<String> vrf : vrfsOfUsers(router)) {
            for (Host host : network.configuration().hosts()) {
                ProbedPath path = PathProbe.probe(network, router, vrf, host.address().address());
                if (path.loops()) {
                    return Optional.of(new Loop(router.node(), "to " + host.name() + ": " + path.describe()));
                }
            }
        }
        return Optional.empty();
    }

    /** VRFs in which packets between hosts travel. */
    private static Set<Optional<String>> vrfsOfUsers(RouterNode router) {
        Set<Optional<String>> vrfs = new LinkedHashSet<>();
        router.device().tunnels().stream().map(TunnelInterface::vrf).forEach(vrfs::add);
        router.device().interfaces().stream().filter(each -> each.kind() == InterfaceKind.LAN)
                .map(NetworkInterface::vrf).forEach(vrfs::add);
        return vrfs;
    }
}
