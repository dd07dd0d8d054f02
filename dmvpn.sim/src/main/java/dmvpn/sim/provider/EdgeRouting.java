package dmvpn.sim.provider;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.underlay.EdgeProtocol;
import dmvpn.network.underlay.ProviderHandoff;
import dmvpn.network.underlay.ProviderRouting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a router at the provider's edge is configured with: the customer's protocol on the line, BGP with the core, and each told
 * to the other (RFC 4364 section 7; RFC 4577 for OSPF).
 */
final class EdgeRouting {

    /** Metric of routes that come out of BGP: what the labs of MPLS/VPN with OSPF at the edge show. */
    static final int OSPF_METRIC = 20;

    /** A provider's autonomous system when the model does not say which: the first of those for private use. */
    private static final long UNSAID_SYSTEM = 64_512;
    private static final int PROCESS = 1;

    private final ProviderRouting provider;
    private final EdgeProtocol protocol;

    /** @throws java.util.NoSuchElementException when the provider has no protocol that is simulated */
    EdgeRouting(ProviderRouting provider) {
        this.provider = provider;
        this.protocol = protocol(provider).orElseThrow();
    }

    /** The protocol on the lines to customers, when runs know what a provider does with it. */
    static Optional<EdgeProtocol> protocol(ProviderRouting provider) {
        return provider.protocolWithCustomers().filter(EdgeRouting::isSimulated);
    }

    private static boolean isSimulated(EdgeProtocol candidate) {
        return candidate == EdgeProtocol.EBGP || candidate == EdgeProtocol.OSPF || candidate == EdgeProtocol.STATIC;
    }

    private long autonomousSystem() {
        return provider.autonomousSystem().orElse(UNSAID_SYSTEM);
    }

    private Origin origin() {
        return provider.origin();
    }

    /** The core reflects what each edge tells to all others. */
    RoutingConfiguration ofCore(List<IpAddress> edges) {
        return new RoutingConfiguration(List.of(), List.of(), List.of(), List.of(bgp(List.of(),
                edges.stream().map(edge -> internal(edge, true)).toList(), List.of())), List.of(), List.of(), List.of(), List.of(),
                origin());
    }

    /**
     * What an edge has.
     *
     * @param edgeInterface its interface to the customers
     * @param edge its address there
     * @param core address of the core
     * @param customers those on that line
     * @param shared autonomous systems that customers at several edges have: the edge takes them out of paths
     */
    RoutingConfiguration ofEdge(String edgeInterface, IpAddress edge, IpAddress core, List<CustomerUplink> customers,
            Set<Long> shared) {
        List<BgpNeighbor> neighbors = new ArrayList<>(List.of(internal(core, false)));
        List<StaticRoute> statics = new ArrayList<>();
        List<OspfProcess> ospf = new ArrayList<>();
        List<Redistribution> intoBgp = new ArrayList<>();
        switch (protocol) {
            case EBGP -> customers.forEach(customer -> customer.autonomousSystemTowards(edge).ifPresent(system ->
                    neighbors.add(external(customer.address().address(), system, shared.contains(system)))));
            case OSPF -> {
                customers.stream().filter(customer -> customer.ospfSettings().isPresent()).findFirst()
                        .ifPresent(customer -> ospf.add(ospf(edgeInterface, customer)));
                intoBgp.add(redistribution(RouteSource.OSPF, OptionalLong.of(PROCESS), Optional.empty(), OptionalInt.empty()));
            }
            case STATIC -> {
                customers.forEach(customer -> customer.networksBehind().forEach(prefix -> statics.add(new StaticRoute(
                        Optional.empty(), prefix, Optional.of(customer.address().address()), Optional.of(edgeInterface), 1,
                        origin()))));
                intoBgp.add(redistribution(RouteSource.STATIC, OptionalLong.empty(), Optional.empty(), OptionalInt.empty()));
            }
            default -> throw new IllegalStateException("no run knows what a provider does with " + protocol);
        }
        List<IpPrefix> lines = customers.stream().map(CustomerUplink::prefix).distinct().toList();
        return new RoutingConfiguration(statics, List.of(), ospf, List.of(bgp(lines, neighbors, intoBgp)), List.of(), List.of(),
                List.of(), List.of(), origin());
    }

    private BgpProcess bgp(List<IpPrefix> networks, List<BgpNeighbor> neighbors, List<Redistribution> redistributions) {
        return new BgpProcess(autonomousSystem(), Optional.empty(), networks, neighbors, List.of(), List.of(),
                options(redistributions), origin());
    }

    private ProcessOptions options(List<Redistribution> redistributions) {
        return new ProcessOptions(redistributions, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), origin());
    }

    private Redistribution redistribution(RouteSource source, OptionalLong process, Optional<SeedMetric> metric,
            OptionalInt externalType) {
        return new Redistribution(source, process, metric, externalType, OptionalLong.empty(), Optional.empty(), origin());
    }

    private BgpNeighbor internal(IpAddress address, boolean client) {
        return new BgpNeighbor(address, Optional.empty(), peering(autonomousSystem(), client ? NextHopSelf.OFF : NextHopSelf.ON,
                client, false), origin());
    }

    private BgpNeighbor external(IpAddress address, long system, boolean override) {
        return new BgpNeighbor(address, Optional.empty(), peering(system, NextHopSelf.OFF, false, override), origin());
    }

    private BgpPeering peering(long system, NextHopSelf nextHopSelf, boolean client, boolean override) {
        return new BgpPeering(List.of(system), Optional.empty(), Optional.empty(), nextHopSelf, client, false, override,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, origin());
    }

    /** The edge does on the line what the customer does there: area, type and intervals have to be the same. */
    private OspfProcess ospf(String edgeInterface, CustomerUplink customer) {
        OspfInterface there = customer.ospfSettings().orElseThrow();
        OspfInterface here = new OspfInterface(edgeInterface, there.area(), there.networkType(), there.priority(),
                OptionalInt.empty(), there.helloInterval(), there.deadInterval(), false, false, false, origin());
        List<OspfArea> areas = customer.ospf().orElseThrow().areas().stream().filter(area -> area.number() == there.area())
                .map(area -> new OspfArea(area.number(), area.kind(), origin())).toList();
        Redistribution ofBgp = redistribution(RouteSource.BGP, OptionalLong.of(autonomousSystem()),
                Optional.of(new SeedMetric.Simple(OSPF_METRIC, origin())),
                provider.handoff().flatMap(ProviderHandoff::externalType).map(OptionalInt::of).orElse(OptionalInt.empty()));
        return new OspfProcess(PROCESS, Optional.empty(), areas, List.of(here), List.of(), Optional.empty(), options(List.of(ofBgp)), origin());
    }
}
