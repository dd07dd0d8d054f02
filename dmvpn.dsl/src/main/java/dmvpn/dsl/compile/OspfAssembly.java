package dmvpn.dsl.compile;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.tunnel.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.OptionalInt;

/** Puts one OSPF process of a router together. */
final class OspfAssembly {

    /** Priorities of the first hubs of a cloud: one designated router and one backup, no more (RFC 2328 section 9.4). */
    private static final int[] HUB_PRIORITIES = {255, 254};
    private static final int DEAD_PER_HELLO = 4;

    private final RoutedRouter router;
    private final int process;
    private final Optional<String> vrf;
    private final Origin origin;
    private final Map<Long, OspfArea> areas = new LinkedHashMap<>();
    private final Map<String, OspfInterface> interfaces = new LinkedHashMap<>();
    private final List<String> tunnels = new ArrayList<>();
    private final List<OspfConfiguredNeighbor> neighbors = new ArrayList<>();
    /** Tunnels that the cloud calls non-broadcast: it names the neighbours there, as many as there are. */
    private final Set<String> withNeighbors = new HashSet<>();
    private final OptionsAssembly options = new OptionsAssembly();
    private final List<OspfArea> ownAreas = new ArrayList<>();
    private Optional<DefaultOrigination> defaultOrigination = Optional.empty();
    /** A process is of version 2 for IPv4 or of version 3 for IPv6, as its first interface says; null before that. */
    private Boolean version3;
    /** Area of the first tunnel, which the router's own networks are in unless something else is said; null without tunnel. */
    private Long areaOfTunnels;

    OspfAssembly(RoutedRouter router, RoutingPlan plan, Optional<String> vrf) {
        this.router = router;
        this.process = (int) plan.process();
        this.vrf = vrf;
        this.origin = plan.origin();
    }

    /** Adds a tunnel of a cloud. */
    void addTunnel(RoutingPlan plan, MemberTunnel member) {
        if (!fits(member.tunnel().address())) {
            reportOtherFamily(member.tunnel().name(), plan.origin());
            return;
        }
        OspfNetworkType type = Grouped.of(plan.tunnels().networkTypes(), router.role()).map(Grouped::value)
                .orElse(typeIn(member.membership().cloud().cloud().phase()));
        long area = area(plan.tunnels());
        if (areaOfTunnels == null) {
            areaOfTunnels = area;
        }
        int priority = type.hasDesignatedRouter() ? priorityIn(member.membership().cloud(), router.site().plan().name())
                : OspfInterface.DEFAULT_PRIORITY;
        tunnels.add(member.tunnel().name());
        put(member.tunnel().name(), area, type, priority, plan.tunnels());
        if (type == OspfNetworkType.NON_BROADCAST) {
            withNeighbors.add(member.tunnel().name());
        }
        // Version 3 would name them by link-local addresses, which is reported.
        if (type == OspfNetworkType.NON_BROADCAST && member.tunnel().address().address() instanceof Ipv4Address) {
            addNeighbors(plan, member);
        }
    }

    /**
     * A hub names the members that register with it, and the hubs that it registers with: who may be designated router has to
     * (RFC 2328 section 9.5.1). Spokes answer.
     */
    private void addNeighbors(RoutingPlan plan, MemberTunnel member) {
        CloudPlan cloud = member.membership().cloud();
        List<CloudMember> all = router.members().of(cloud);
        Optional<CloudMember> own = all.stream().filter(other -> other.device().equals(router.site().plan().name())).findFirst();
        for (CloudMember other : all) {
            boolean isMet = own.filter(CloudMember::hub).isPresent() && other != own.get()
                    && (other.registersWith(own.get()) || own.get().registersWith(other));
            if (isMet) {
                DeviceRole role = other.hub() ? DeviceRole.HUB : DeviceRole.SPOKE;
                int priority = Grouped.of(plan.tunnels().priorities(), role).map(Grouped::value)
                        .orElseGet(() -> priorityIn(cloud, other.device()));
                neighbors.add(new OspfConfiguredNeighbor(member.tunnel().name(), other.address(), priority, plan.origin()));
            }
        }
    }

    /**
     * In Phase 2 a spoke must see the other spoke as next hop, which a network with a designated router gives; in the other
     * phases the hub is the next hop and no designated router is needed (ipSpace.net, Configuring OSPF in a Phase 2 DMVPN
     * network; OSPF configuration in Phase 1 DMVPN network).
     */
    private static OspfNetworkType typeIn(Phase phase) {
        return phase == Phase.PHASE_2 ? OspfNetworkType.BROADCAST : OspfNetworkType.POINT_TO_MULTIPOINT;
    }

    private int priorityIn(CloudPlan cloud, String device) {
        List<CloudMember> hubs = router.members().hubs(cloud);
        for (int index = 0; index < Math.min(hubs.size(), HUB_PRIORITIES.length); index++) {
            if (hubs.get(index).device().equals(device)) {
                return HUB_PRIORITIES[index];
            }
        }
        return 0;
    }

    /** Adds what a clause says about the process. */
    void add(RoutingPlan plan) {
        options.add(plan.common(), router.role(), router.policies(), RouteSource.OSPF);
        defaultOrigination = Grouped.of(plan.defaults(), router.role()).map(said -> new DefaultOrigination(said.origin()))
                .or(() -> defaultOrigination);
    }

    /**
     * Adds what the router itself says of its tunnels; false when the process has none. An area says nothing of tunnels: the
     * cloud puts them into one.
     */
    boolean addToTunnels(RoutingPlan plan) {
        for (String name : tunnels) {
            OspfInterface known = interfaces.get(name);
            OspfNetworkType type = Grouped.of(plan.tunnels().networkTypes(), router.role()).map(Grouped::value)
                    .orElse(known.networkType());
            put(name, known.area(), type, known.priority(), plan.tunnels());
        }
        return !tunnels.isEmpty();
    }

    /** Adds what the router itself says of an area, which has to be that of an interface. */
    void addArea(RoutingPlan plan) {
        plan.tunnels().area().ifPresent(area -> {
            ownAreas.add(area);
            areas.merge(area.number(), area, OspfAssembly::both);
        });
    }

    /** Adds interfaces that a clause names, those of the family of the process; a finding says when it names no such ones. */
    void addPorts(List<RoutedRouter.Port> named, InterfacePlan plan) {
        List<RoutedRouter.Port> ports = named.stream().filter(this::fits).toList();
        if (ports.isEmpty() && !named.isEmpty()) {
            reportOtherFamily(named.getFirst().name(), plan.origin());
        }
        for (RoutedRouter.Port port : ports) {
            OspfInterface known = interfaces.get(port.name());
            OspfNetworkType type = Grouped.of(plan.networkTypes(), router.role()).map(Grouped::value)
                    .orElse(known == null ? OspfNetworkType.BROADCAST : known.networkType());
            plan.area().ifPresent(ownAreas::add);
            long area = plan.area().isEmpty() && known != null ? known.area() : area(plan);
            put(port.name(), area, type, known == null ? OspfInterface.DEFAULT_PRIORITY : known.priority(), plan);
        }
    }

    /** An address that is leased fits. */
    private boolean fits(RoutedRouter.Port port) {
        return port.address().filter(address -> !fits(address)).isEmpty();
    }

    private boolean fits(InterfaceAddress address) {
        boolean isIpv6 = address.address() instanceof Ipv6Address;
        if (version3 == null) {
            version3 = isIpv6;
        }
        return version3 == isIpv6;
    }

    private void reportOtherFamily(String name, Origin said) {
        router.context().report(TextRules.VALUE, "OSPF " + process + " of " + router.site().plan().reference() + " is one for "
                + (version3 ? "IPv6" : "IPv4") + ", and " + name + " has an address of the other family: give that a process "
                + "of another number", said);
    }

    private long area(InterfacePlan plan) {
        plan.area().ifPresent(area -> areas.merge(area.number(), area, OspfAssembly::both));
        return plan.area().map(OspfArea::number).orElse(OspfArea.BACKBONE);
    }

    /** What two places say of an area: its kind, and the ranges of both. */
    private static OspfArea both(OspfArea first, OspfArea second) {
        List<IpPrefix> ranges = new ArrayList<>(first.ranges());
        second.ranges().stream().filter(range -> !ranges.contains(range)).forEach(ranges::add);
        return new OspfArea(first.number(), second.kind() == OspfAreaKind.NORMAL ? first.kind() : second.kind(), ranges,
                second.origin());
    }

    /**
     * The areas of which there is something to say. Ranges are of the routers between areas, which alone announce the networks
     * of one in another (RFC 2328 section 12.4.3).
     */
    private List<OspfArea> areas() {
        boolean betweenAreas = interfaces.values().stream().map(OspfInterface::area).distinct().count() > 1;
        List<OspfArea> said = new ArrayList<>();
        for (OspfArea area : areas.values()) {
            List<IpPrefix> ranges = betweenAreas ? area.ranges() : List.of();
            if (area.kind() != OspfAreaKind.NORMAL || !ranges.isEmpty()) {
                said.add(new OspfArea(area.number(), area.kind(), ranges, area.origin()));
            }
        }
        return said;
    }

    /** What the router says of an area and nothing of it is in, or of ranges that it has nobody to announce to. */
    private void reportUselessAreas() {
        Set<Long> of = interfaces.values().stream().map(OspfInterface::area).collect(Collectors.toSet());
        for (OspfArea area : ownAreas) {
            if (!of.contains(area.number())) {
                router.context().report(TextRules.UNKNOWN_SETTING, "No interface of " + router.site().plan().reference()
                        + " is in area " + area.number() + " of OSPF " + process + ": write the area behind on, in the braces of "
                        + "its interfaces", area.origin());
            } else if (!area.ranges().isEmpty() && of.size() < 2) {
                router.context().report(TextRules.UNKNOWN_SETTING, router.site().plan().reference() + " is in area "
                        + area.number() + " alone, and ranges are announced from one area to another: write them on a router "
                        + "between areas", area.origin());
            }
        }
    }

    /**
     * Who may be designated router has to know the neighbours (RFC 2328 section 9.5.1), which a cloud names that is non-broadcast
     * itself.
     */
    private void reportUnknownNeighbors() {
        for (OspfInterface port : interfaces.values()) {
            if (port.networkType() == OspfNetworkType.NON_BROADCAST && port.priority() > 0 && !port.passive()
                    && !withNeighbors.contains(port.interfaceName())) {
                router.context().report(TextRules.VALUE, "Nobody names the neighbors of " + router.site().plan().reference() + " on "
                        + port.interfaceName() + ", which is non-broadcast: write network-type non-broadcast in the routing of a "
                        + "cloud, or priority 0 where others name this router", port.origin());
            }
        }
    }

    private void put(String name, long area, OspfNetworkType type, int priority, InterfacePlan plan) {
        OspfInterface known = interfaces.get(name);
        boolean isSameType = known != null && known.networkType() == type;
        Duration hello = plan.hello().orElse(isSameType ? known.helloInterval()
                : router.isFrr() ? OspfNetworkType.BROADCAST.defaultHelloInterval() : type.defaultHelloInterval());
        Duration dead = isSameType && plan.hello().isEmpty() ? known.deadInterval() : hello.multipliedBy(DEAD_PER_HELLO);
        interfaces.put(name, new OspfInterface(name, area, type,
                Grouped.of(plan.priorities(), router.role()).map(Grouped::value).orElse(priority),
                Grouped.of(plan.costs(), router.role()).map(said -> OptionalInt.of(said.value()))
                        .orElse(known == null ? OptionalInt.empty() : known.cost()),
                hello,
                plan.dead().orElse(dead),
                known != null && known.passive() || Grouped.of(plan.passive(), router.role()).isPresent(),
                known != null && known.databaseFilter() || Grouped.of(plan.databaseFilter(), router.role()).isPresent(),
                router.detection().use(name, plan, router.role(), RouteSource.OSPF) || known != null && known.fastDetection(),
                plan.origin()));
    }

    /**
     * The process. The router's own networks of the family of its tunnels are announced in their area without neighbours being
     * sought there, but for those that a clause puts into an OSPF process.
     *
     * @param named interfaces that clauses put into some OSPF process
     */
    OspfProcess build(List<String> named) {
        if (areaOfTunnels != null) {
            for (RoutedRouter.Port port : router.localPorts(vrf)) {
                if (!named.contains(port.name()) && fits(port)) {
                    interfaces.putIfAbsent(port.name(), new OspfInterface(port.name(), areaOfTunnels, OspfNetworkType.BROADCAST,
                            OspfInterface.DEFAULT_PRIORITY, OptionalInt.empty(), OspfNetworkType.BROADCAST.defaultHelloInterval(),
                            OspfNetworkType.BROADCAST.defaultDeadInterval(), true, false, false, origin));
                }
            }
        }
        reportUselessAreas();
        reportUnknownNeighbors();
        return new OspfProcess(process, vrf, areas(), new ArrayList<>(interfaces.values()),
                neighbors.stream().filter(neighbor -> interfaces.get(neighbor.interfaceName()).networkType()
                        == OspfNetworkType.NON_BROADCAST).toList(),
                defaultOrigination, options.build(origin), origin);
    }
}
