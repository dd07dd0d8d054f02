package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.NhrpTraceEvent.ShortcutEvent;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.RoutingTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts resolved mappings into the routing table (Phase 3): as an NHRP route, or, when another owner has a route of exactly
 * that prefix, as an override of its next hop (observed on IOL: {@code %} and {@code [NHO]} in {@code show ip route}).
 *
 * <p>A shortcut is in use only while its socket is up and a route of another owner that covers it leads into the same NHRP
 * network: IOS watches that route ("route watch"), so that a shortcut ends when routing goes elsewhere.
 */
final class ShortcutInstaller implements NhrpCache.RemovalListener, RoutingTable.RoutingTableListener {


    private static final String ROUTE = "NHRP route";
    private static final String OVERRIDE = "next-hop override";

    private final NhrpTunnel tunnel;
    private final NhrpRoutes routes;
    /** Learned entries, with what is installed for them. */
    private final Map<CacheEntry, Installed> shortcuts = new LinkedHashMap<>();
    private boolean watching;
    private boolean changing;

    /** What is in the routing table for a shortcut. */
    private enum Form {
        NOTHING,
        ROUTE,
        OVERRIDE
    }

    private record Installed(Form form, IpAddress nextHop) {
        private static final Installed NOTHING = new Installed(Form.NOTHING, null);
    }

    ShortcutInstaller(NhrpTunnel tunnel, NhrpRoutes routes, NhrpCache cache) {
        this.tunnel = tunnel;
        this.routes = routes;
        cache.addListener(this);
    }

    /** Starts to watch routes when shortcuts are configured. */
    void start() {
        if (!watching && tunnel.configuration().shortcut()) {
            watching = true;
            tunnel.routes().addListener(this);
        }
    }

    /** The configuration of the tunnel changed. */
    void reconfigured() {
        start();
        for (CacheEntry entry : List.copyOf(shortcuts.keySet())) {
            evaluate(entry, "the configuration of the tunnel changed");
        }
    }

    /** A resolution gave this entry, or gave it anew. */
    void learned(CacheEntry entry) {
        boolean routedAsPeer = tunnel.behaviour().has(NhrpSwitch.ROUTES_TO_PEERS)
                && entry.target().equals(IpPrefix.host(entry.nextHop()));
        boolean needsNoRoute = routedAsPeer || entry.target().network().isLinkLocal();
        if (!tunnel.configuration().shortcut() || !entry.isResolved() || needsNoRoute) {
            return;
        }
        shortcuts.putIfAbsent(entry, Installed.NOTHING);
        evaluate(entry, "resolution answered");
    }

    /** True when the entry is in the routing table. */
    boolean isInUse(CacheEntry entry) {
        return shortcuts.getOrDefault(entry, Installed.NOTHING).form() != Form.NOTHING;
    }

    /** The socket to an NBMA address came up. */
    void socketUp(IpAddress nbmaAddress) {
        for (CacheEntry entry : List.copyOf(shortcuts.keySet())) {
            if (nbmaAddress.equals(entry.nbmaAddress())) {
                evaluate(entry, "the IPsec socket is up");
            }
        }
    }

    @Override
    public void changed(IpPrefix prefix, Optional<Route> best) {
        if (changing || shortcuts.isEmpty() || best.filter(route -> route.source() == RouteSource.NHRP).isPresent()) {
            return;
        }
        for (CacheEntry entry : List.copyOf(shortcuts.keySet())) {
            if (entry.target().overlaps(prefix)) {
                evaluate(entry, "a covering route changed");
            }
        }
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        Installed installed = shortcuts.remove(entry);
        if (installed != null) {
            withdraw(entry, installed, reason);
        }
    }

    /** A station that registers here is no shortcut any more. */
    @Override
    public void replaced(CacheEntry entry) {
        removed(entry, "another entry took its place");
    }

    private void evaluate(CacheEntry entry, String reason) {
        Installed before = shortcuts.get(entry);
        if (before == null) {
            return;
        }
        Optional<Route> covering = NhrpRoutes.withoutShortcut(entry.target().network(), tunnel);
        boolean covered = covering.isPresent() && routes.leadsIntoCloud(covering.get(), tunnel);
        Form form;
        if (!covered || !tunnel.configuration().shortcut() || !tunnel.isUsable(entry.farEnd())) {
            form = Form.NOTHING;
        } else if (tunnel.behaviour().has(NhrpSwitch.OVERRIDES_NEXT_HOP) && covering.get().prefix().equals(entry.target())) {
            form = Form.OVERRIDE;
        } else {
            form = Form.ROUTE;
        }
        Installed after = form == Form.NOTHING ? Installed.NOTHING : new Installed(form, entry.nextHop());
        if (after.equals(before) && !isOverrideLost(entry, after)) {
            return;
        }
        withdraw(entry, before, covered ? reason : "no route into the cloud covers it");
        shortcuts.put(entry, after);
        install(entry, after, reason);
    }

    /** An override goes away with the route that it sat on. */
    private boolean isOverrideLost(CacheEntry entry, Installed installed) {
        return installed.form() == Form.OVERRIDE && !tunnel.routes().isNextHopOverridden(entry.target(), tunnel.name());
    }

    private void install(CacheEntry entry, Installed installed, String reason) {
        entry.set(EntryFlag.RIB, installed.form() != Form.NOTHING);
        entry.set(EntryFlag.NEXT_HOP_OVERRIDE, installed.form() == Form.OVERRIDE);
        if (installed.form() == Form.NOTHING) {
            return;
        }
        changing = true;
        if (installed.form() == Form.OVERRIDE) {
            tunnel.routes().overrideNextHop(entry.target(), entry.nextHop(), tunnel.name());
        } else {
            boolean direct = entry.target().equals(IpPrefix.host(entry.nextHop()));
            tunnel.routes().install(new Route(entry.target(), RouteSource.NHRP, tunnel.behaviour().shortcutDistance(),
                    tunnel.behaviour().shortcutMetric(), direct ? Optional.empty() : Optional.of(entry.nextHop()), Optional.of(tunnel.name()),
                    tunnel.nowNanos(), tunnel.configuration().origin()));
        }
        changing = false;
        record(true, entry, installed, reason);
    }

    private void withdraw(CacheEntry entry, Installed installed, String reason) {
        if (installed.form() == Form.NOTHING) {
            return;
        }
        entry.set(EntryFlag.RIB, false);
        entry.set(EntryFlag.NEXT_HOP_OVERRIDE, false);
        changing = true;
        if (installed.form() == Form.OVERRIDE) {
            tunnel.routes().removeNextHopOverride(entry.target(), tunnel.name());
        } else {
            tunnel.routes().withdraw(entry.target(), RouteSource.NHRP, tunnel.name());
        }
        changing = false;
        record(false, entry, installed, reason);
    }

    private void record(boolean isInstalled, CacheEntry entry, Installed installed, String reason) {
        tunnel.record(new ShortcutEvent(isInstalled, tunnel.name(), entry.target(), entry.nextHop(),
                installed.form() == Form.OVERRIDE ? OVERRIDE : ROUTE, reason));
    }
}
