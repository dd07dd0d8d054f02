package dmvpn.sim.provider;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.underlay.EdgeProtocol;
import dmvpn.network.underlay.ProviderHandoff;
import dmvpn.network.underlay.ProviderRouting;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a router at the provider's edge is configured with: the customer's protocol on the line, BGP with the core, and each told
 * to the other (RFC 4364 section 7; RFC 4577 for OSPF).
 */
final class EdgeRouting {

    /** Metric of routes that come out of BGP, as FRRouting has it (observed of ospfd 8.4). */
    private static final int OSPF_METRIC = 20;

    /** 100 Mbit/s and 100 microseconds, as of a line of Fast Ethernet. */
    private static final SeedMetric EIGRP_METRIC =
            new SeedMetric.Eigrp(100_000, 10, 255, 1, Transport.DEFAULT_MTU_BYTES, Origin.NONE);

    /** A provider's autonomous system when the model does not say which: the first of those for private use (RFC 6996 section 5). */
    private static final long UNSAID_SYSTEM = 64_512;
    private static final int PROCESS = 1;

    /** The first system of the edges where they are routers at the sites, in a range for private use (RFC 6996 section 5). */
    private static final long FIRST_SYSTEM_AT_SITES = 4_200_000_000L;
    private static final String OF_THE_SITE = "SITE";

    private final ProviderRouting provider;
    private final EdgeProtocol protocol;

    /** @throws java.util.NoSuchElementException when the model does not say what the provider speaks with customers */
    EdgeRouting(ProviderRouting provider) {
        this.provider = provider;
        this.protocol = provider.protocolWithCustomers().orElseThrow();
    }

    private long autonomousSystem() {
        return provider.autonomousSystem().orElse(UNSAID_SYSTEM);
    }

    private Origin origin() {
        return provider.origin();
    }

    /**
     * The core tells each edge what the others tell: as a reflector, or where edges are routers at the sites, which have external
     * sessions (I. Pepelnjak, ipSpace.net, 2011: Sometimes you need to step back), as a neighbour outside.
     */
    RoutingConfiguration ofCore(List<IpAddress> edges) {
        List<BgpNeighbor> neighbors = new ArrayList<>();
        for (int number = 0; number < edges.size(); number++) {
            neighbors.add(isAtSites() ? external(edges.get(number), systemAtSite(number), false, Optional.empty())
                    : internal(edges.get(number), true));
        }
        return new RoutingConfiguration(List.of(), List.of(), List.of(), List.of(bgp(autonomousSystem(), List.of(), neighbors, List.of())),
                List.of(), List.of(), List.of(), List.of(), origin());
    }

    private boolean isAtSites() {
        return provider.handoff().isPresent();
    }

    private static long systemAtSite(int number) {
        return FIRST_SYSTEM_AT_SITES + number;
    }

    /**
     * What an edge has.
     *
     * @param number its place among the edges, from 0
     * @param edgeInterface its interface to the customers
     * @param edge its address there
     * @param core address of the core
     * @param customers those on that line
     * @param shared autonomous systems that customers at several edges have: the edge takes them out of paths
     */
    RoutingConfiguration ofEdge(int number, String edgeInterface, IpAddress edge, IpAddress core, List<CustomerUplink> customers,
            Set<Long> shared) {
        List<BgpNeighbor> neighbors = new ArrayList<>(List.of(
                isAtSites() ? external(core, autonomousSystem(), false, Optional.empty()) : internal(core, false)));
        long system = isAtSites() ? systemAtSite(number) : autonomousSystem();
        List<StaticRoute> statics = new ArrayList<>();
        List<EigrpProcess> eigrp = new ArrayList<>();
        List<OspfProcess> ospf = new ArrayList<>();
        List<RipProcess> rip = new ArrayList<>();
        List<Redistribution> intoBgp = new ArrayList<>();
        switch (protocol) {
            case EBGP -> customers.forEach(customer -> customer.autonomousSystemTowards(edge).ifPresent(remote ->
                    neighbors.add(external(customer.address().address(), remote, shared.contains(remote),
                            customer.passwordTowards(edge)))));
            case OSPF -> {
                customers.stream().filter(customer -> customer.ospfSettings().isPresent()).findFirst()
                        .ifPresent(customer -> ospf.add(ospf(system, edgeInterface, customer)));
                intoBgp.add(redistribution(RouteSource.OSPF, OptionalLong.of(PROCESS), Optional.of(OF_THE_SITE)));
            }
            case STATIC -> {
                customers.forEach(customer -> customer.networksBehind().forEach(prefix -> statics.add(new StaticRoute(
                        Optional.empty(), prefix, Optional.of(customer.address().address()), Optional.of(edgeInterface), 1,
                        origin()))));
                intoBgp.add(redistribution(RouteSource.STATIC, OptionalLong.empty(), Optional.empty()));
            }
            case EIGRP -> customers.stream().flatMap(customer -> customer.eigrp().stream()).findFirst().ifPresent(there -> {
                eigrp.add(eigrp(system, there, customers));
                intoBgp.add(redistribution(RouteSource.EIGRP, OptionalLong.of(there.autonomousSystem()), Optional.of(OF_THE_SITE)));
            });
            case RIP -> {
                rip.add(rip(system, edgeInterface, customers));
                intoBgp.add(redistribution(RouteSource.RIP, OptionalLong.empty(), Optional.of(OF_THE_SITE)));
            }
        }
        return new RoutingConfiguration(statics, eigrp, ospf, List.of(bgp(system, lines(customers), neighbors, intoBgp)), rip,
                List.of(), List.of(), List.of(siteOf(customers)), origin());
    }

    private static List<IpPrefix> lines(List<CustomerUplink> customers) {
        return customers.stream().map(CustomerUplink::prefix).distinct().toList();
    }

    /** Number and K values have to be those of the customer. */
    private EigrpProcess eigrp(long system, EigrpProcess there, List<CustomerUplink> customers) {
        return new EigrpProcess(there.autonomousSystem(), Optional.empty(), lines(customers), Optional.empty(), List.of(),
                there.metricWeights(),
                options(List.of(ofBgp(system, EIGRP_METRIC, OptionalInt.empty()))), origin());
    }

    private RipProcess rip(long system, String edgeInterface, List<CustomerUplink> customers) {
        return new RipProcess(Optional.empty(), lines(customers),
                List.of(new RipInterface(edgeInterface, true, false, List.of(), origin())), Optional.empty(), Optional.empty(),
                options(List.of(ofBgp(system, new SeedMetric.Simple(1, origin()), OptionalInt.empty()))), origin());
    }

    /** A provider takes from a site what is at the site: nothing that came to it another way goes round. */
    private RoutePolicy siteOf(List<CustomerUplink> customers) {
        List<PrefixMatch> prefixes = customers.stream()
                .flatMap(customer -> Stream.concat(Stream.of(customer.prefix()), customer.networksBehind().stream()))
                .distinct().map(prefix -> new PrefixMatch(prefix, OptionalInt.empty(), OptionalInt.empty(), origin())).toList();
        return new RoutePolicy(OF_THE_SITE, List.of(new PolicyStatement(true, prefixes, OptionalLong.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), origin())), origin());
    }

    private BgpProcess bgp(long system, List<IpPrefix> networks, List<BgpNeighbor> neighbors, List<Redistribution> redistributions) {
        return new BgpProcess(system, Optional.empty(), networks, neighbors, List.of(), List.of(),
                options(redistributions), origin());
    }

    private ProcessOptions options(List<Redistribution> redistributions) {
        return new ProcessOptions(redistributions, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), origin());
    }

    private Redistribution redistribution(RouteSource source, OptionalLong process, Optional<String> policy) {
        return new Redistribution(source, process, Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), policy, origin());
    }

    private BgpNeighbor internal(IpAddress address, boolean client) {
        return new BgpNeighbor(address, Optional.empty(), peering(autonomousSystem(), client ? NextHopSelf.OFF : NextHopSelf.ON,
                client, false, Optional.empty()), origin());
    }

    private BgpNeighbor external(IpAddress address, long system, boolean override, Optional<Secret> password) {
        return new BgpNeighbor(address, Optional.empty(), peering(system, NextHopSelf.OFF, false, override, password), origin());
    }

    private BgpPeering peering(long system, NextHopSelf nextHopSelf, boolean client, boolean override,
            Optional<Secret> password) {
        return new BgpPeering(List.of(system), Optional.empty(), Optional.empty(), nextHopSelf, client, false, override,
                Optional.empty(), Optional.empty(), Optional.empty(), password, false, origin());
    }

    /** The edge does on the line what the customer does there: area, type and intervals have to be the same. */
    private OspfProcess ospf(long system, String edgeInterface, CustomerUplink customer) {
        OspfInterface there = customer.ospfSettings().orElseThrow();
        OspfInterface here = new OspfInterface(edgeInterface, there.area(), there.networkType(), there.priority(),
                OptionalInt.empty(), there.helloInterval(), there.deadInterval(), false, false, false, origin());
        List<OspfArea> areas = customer.ospf().orElseThrow().areas().stream().filter(area -> area.number() == there.area())
                .map(area -> new OspfArea(area.number(), area.kind(), origin())).toList();
        OptionalInt type = provider.handoff().flatMap(ProviderHandoff::externalType).map(OptionalInt::of).orElse(OptionalInt.empty());
        return new OspfProcess(PROCESS, Optional.empty(), areas, List.of(here), List.of(), Optional.empty(),
                options(List.of(ofBgp(system, new SeedMetric.Simple(OSPF_METRIC, origin()), type))), origin());
    }

    /** What the other sites have, for the protocol that the customer speaks. */
    private Redistribution ofBgp(long system, SeedMetric metric, OptionalInt externalType) {
        return new Redistribution(RouteSource.BGP, OptionalLong.of(system), Optional.of(metric), externalType, OptionalLong.empty(),
                Optional.empty(), origin());
    }
}
