package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.ROUTING_CLAUSE__LISTEN;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.routing.BgpAggregate;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts BGP in one table of a router together. */
final class BgpAssembly {

    /** A neighbour, while clauses add to it. */
    record Peer(IpAddress address, Optional<String> device, PeeringDraft draft) {
    }

    private record Listening(IpPrefix range, String group, PeeringDraft draft) {
    }

    private final RoutedRouter router;
    private final long autonomousSystem;
    private final Optional<String> vrf;
    private final Origin origin;
    private final Set<IpPrefix> networks = new LinkedHashSet<>();
    private final Map<IpAddress, Peer> peers = new LinkedHashMap<>();
    private final List<Listening> listening = new ArrayList<>();
    private final List<BgpAggregate> aggregates = new ArrayList<>();
    private final OptionsAssembly options = new OptionsAssembly();
    /** Routers that may connect from the ranges. */
    private int dynamicNeighbors;

    BgpAssembly(RoutedRouter router, long autonomousSystem, RoutingPlan plan, Optional<String> vrf) {
        this.router = router;
        this.autonomousSystem = autonomousSystem;
        this.vrf = vrf;
        this.origin = plan.origin();
    }

    /** VRF of the table, empty for the global one. */
    Optional<String> vrf() {
        return vrf;
    }

    /** The autonomous system of the router. */
    long autonomousSystem() {
        return autonomousSystem;
    }

    /** Adds the neighbours over a tunnel of a cloud, and the router's own networks. */
    void addTunnel(RoutingPlan plan, MemberTunnel member) {
        networks.addAll(router.localPrefixes(vrf));
        addSummaries(plan);
        AutonomousSystems systems = new AutonomousSystems(plan);
        boolean detected = router.detection().use(member.tunnel().name(), plan.tunnels(), router.role(), RouteSource.BGP);
        for (NextHopServer server : member.tunnel().nhrp().nextHopServers()) {
            systems.of(true, 0).ifPresent(remote ->
                    addPeer(plan, member, server.protocolAddress(), server.device(), true, remote, detected));
        }
        if (router.site().plan().isHub()) {
            reportNobodyConnects(plan, member.membership().cloud());
            addClients(plan, member, systems, detected);
        }
    }

    private void addClients(RoutingPlan plan, MemberTunnel member, AutonomousSystems systems, boolean detected) {
        List<CloudMember> all = router.members().of(member.membership().cloud());
        Optional<CloudMember> own = all.stream().filter(other -> other.device().equals(router.site().plan().name())).findFirst();
        Set<Long> ofSpokes = new LinkedHashSet<>();
        for (CloudMember other : all) {
            if (own.isPresent() && other != own.get() && other.registersWith(own.get())) {
                Optional<Long> remote = systems.of(other.hub(), other.number());
                if (plan.bgp().listen() && !other.hub()) {
                    remote.ifPresent(ofSpokes::add);
                    dynamicNeighbors++;
                } else if (!peers.containsKey(other.address())) {
                    remote.ifPresent(number ->
                            addPeer(plan, member, other.address(), Optional.of(other.device()), other.hub(), number, detected));
                }
            }
        }
        if (plan.bgp().listen()) {
            addListening(plan, member, new ArrayList<>(ofSpokes), detected);
        }
    }

    private void addListening(RoutingPlan plan, MemberTunnel member, List<Long> remote, boolean detected) {
        CloudPlan cloud = member.membership().cloud();
        if (remote.size() > 1 + BgpListenRange.MOST_ALTERNATE_AUTONOMOUS_SYSTEMS) {
            router.context().report(TextRules.VALUE, "One group of neighbours may come from "
                    + (1 + BgpListenRange.MOST_ALTERNATE_AUTONOMOUS_SYSTEMS) + " autonomous systems, but the spokes of "
                    + cloud.cloud().name() + " are in " + remote.size() + ": give all spokes one with spokes as, or leave "
                    + "listen out", plan.clause(), ROUTING_CLAUSE__LISTEN, "cloud " + cloud.cloud().name());
        }
        if (dynamicNeighbors > BgpListenRange.HIGHEST_LIMIT) {
            router.context().report(TextRules.VALUE, "A router takes " + BgpListenRange.HIGHEST_LIMIT
                    + " neighbours that nobody configures, but " + dynamicNeighbors + " may connect to "
                    + router.site().plan().reference() + ": spread them over several hubs, or leave listen out", plan.clause(),
                    ROUTING_CLAUSE__LISTEN, "cloud " + cloud.cloud().name());
        }
        List<Long> numbers = remote.isEmpty() ? List.of(new AutonomousSystems(plan).of(false, 1).orElse(plan.process())) : remote;
        PeeringDraft draft = draft(plan, cloud, false, numbers, detected);
        draft.origin = router.context().origins().of(plan.clause(), ROUTING_CLAUSE__LISTEN, router.label());
        listening.add(new Listening(cloud.cloud().overlay(), cloud.cloud().name(), draft));
    }

    private void addPeer(RoutingPlan plan, MemberTunnel member, IpAddress address, Optional<String> device, boolean hub,
            long remote, boolean detected) {
        peers.put(address, new Peer(address, device,
                draft(plan, member.membership().cloud(), hub, List.of(remote), detected)));
    }

    /** What a cloud says about a neighbour that is a hub or a spoke. */
    private PeeringDraft draft(RoutingPlan plan, CloudPlan cloud, boolean remoteHub, List<Long> remote, boolean detected) {
        PeeringDraft draft = new PeeringDraft(plan.origin());
        boolean hub = router.site().plan().isHub();
        boolean inner = remote.contains(autonomousSystem);
        draft.remoteAutonomousSystems.addAll(remote);
        draft.timers(plan.tunnels().hello(), plan.tunnels().hold());
        if (hub && !remoteHub) {
            draft.nextHopSelf = plan.tunnels().nextHopSelf().orElse(nextHopSelfIn(cloud.cloud().phase(), inner));
        }
        // Without reflection a spoke's routes would stop at the hub, since inner routes are not passed on (RFC 4456).
        Group reflectors = plan.bgp().reflectors();
        draft.client = inner && reflectors != null && reflectors.has(router.role()) && hub != remoteHub;
        draft.allowOwn = Grouped.of(plan.bgp().allowOwnAutonomousSystem(), router.role()).isPresent();
        draft.override = !inner && Grouped.of(plan.bgp().overrideAutonomousSystem(), router.role()).isPresent();
        draft.removePrivate = !inner && Grouped.of(plan.bgp().removePrivateAutonomousSystems(), router.role()).isPresent();
        draft.sendCommunity = Grouped.of(plan.bgp().sendCommunity(), router.role()).isPresent();
        // One of two routers of a group has to connect.
        draft.passive = hub != remoteHub && Grouped.of(plan.tunnels().passive(), router.role()).isPresent();
        if (hub != remoteHub) {
            draft.defaultOrigination = Grouped.of(plan.defaults(), router.role())
                    .map(said -> new DefaultOrigination(said.origin()));
        }
        for (var use : Grouped.all(plan.common().policies(), router.role())) {
            setPolicy(draft, use.value());
        }
        draft.localPreference = Grouped.of(plan.bgp().localPreferences(), router.role())
                .map(said -> new PolicyAction.SetLocalPreference(said.value(), said.origin()));
        draft.metric = Grouped.of(plan.bgp().metrics(), router.role())
                .map(said -> new PolicyAction.SetMetric(said.value(), said.origin()));
        draft.fastDetection = detected;
        return draft;
    }

    /** A session takes one side that connects (RFC 4271 section 8.1.1, PassiveTcpEstablishment); who listens does not. */
    private void reportNobodyConnects(RoutingPlan plan, CloudPlan cloud) {
        Grouped.of(plan.tunnels().passive(), DeviceRole.SPOKE).filter(waiting -> plan.bgp().listen())
                .ifPresent(waiting -> router.context().report(TextRules.VALUE, "The hubs of " + cloud.cloud().name()
                        + " listen and its spokes wait, too, so nobody connects and no BGP session comes up: leave out passive "
                        + "spokes or listen", waiting.origin()));
    }

    static void setPolicy(PeeringDraft draft, RoutingPlan.PolicyPlan use) {
        if (use.direction() == PolicyDirection.IN) {
            draft.importPolicy = Optional.of(use.policy());
        } else {
            draft.exportPolicy = Optional.of(use.policy());
        }
    }

    /**
     * In Phase 2 the spoke must stay the next hop; in the others the hub is, and for reflected routes that needs the keyword
     * all (ipSpace.net, Changes in IBGP Next Hop Processing Drastically Improve BGP-based DMVPN Designs).
     */
    private static NextHopSelf nextHopSelfIn(Phase phase, boolean inner) {
        return phase == Phase.PHASE_2 ? NextHopSelf.OFF : inner ? NextHopSelf.ALL : NextHopSelf.ON;
    }

    /** Adds what a clause says about the process. */
    void add(RoutingPlan plan) {
        networks.addAll(plan.advertised());
        options.add(plan.common(), router.role(), router.policies(), RouteSource.BGP);
    }

    /** Adds the summaries that the router itself announces. */
    void addSummaries(RoutingPlan plan) {
        plan.summaries(router.role()).forEach(summary ->
                aggregates.add(new BgpAggregate(summary.prefix(), !summary.leakHubLans(), summary.origin())));
    }

    /** The neighbour of an address, a new one when no cloud gave it. */
    Peer peer(IpAddress address, Optional<String> device, Origin said) {
        return peers.computeIfAbsent(address, key -> new Peer(address, device, new PeeringDraft(said)));
    }

    BgpProcess build() {
        List<BgpNeighbor> neighbors = new ArrayList<>();
        for (Peer peer : peers.values()) {
            if (!peer.draft().remoteAutonomousSystems.isEmpty()) {
                BgpPeering peering = peer.draft().build(router.policies());
                neighbors.add(new BgpNeighbor(peer.address(), peer.device(), peering, peering.origin()));
            }
        }
        List<BgpListenRange> ranges = new ArrayList<>();
        for (Listening range : listening) {
            BgpPeering peering = range.draft().build(router.policies());
            ranges.add(new BgpListenRange(range.range(), range.group(), peering, peering.origin()));
        }
        OptionalInt limit = dynamicNeighbors > BgpListenRange.DEFAULT_LIMIT ? OptionalInt.of(dynamicNeighbors) : OptionalInt.empty();
        return new BgpProcess(autonomousSystem, vrf, RouterIdentifier.of(router, vrf), new ArrayList<>(networks), neighbors, ranges,
                limit, aggregates, options.build(origin), origin);
    }
}
