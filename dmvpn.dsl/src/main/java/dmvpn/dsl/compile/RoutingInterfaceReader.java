package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.routing.AreaClause;
import dmvpn.dsl.routing.BidirectionalForwardingClause;
import dmvpn.dsl.routing.GroupValue;
import dmvpn.dsl.routing.NetworkTypeClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.dsl.routing.SummaryClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.RouteSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Reads what routing clauses say about interfaces. */
final class RoutingInterfaceReader {

    static final int HIGHEST_SECONDS = 65_535;
    private static final int HIGHEST_PRIORITY = 255;
    private static final int HIGHEST_COST = 65_535;
    private static final Duration SHORTEST_BFD = Duration.ofMillis(50);
    private static final Duration LONGEST_BFD = Duration.ofMillis(9_999);
    private static final int LEAST_MULTIPLIER = 3;
    private static final int MOST_MULTIPLIER = 50;
    private static final Group EVERYBODY = null;

    private final CompileContext context;

    RoutingInterfaceReader(CompileContext context) {
        this.context = context;
    }

    /**
     * What a clause says about tunnels.
     *
     * @param announcers who announces a summary for which nobody is named
     */
    InterfacePlan ofTunnels(RoutingClause clause, Group announcers, ValueReader values, Origin header) {
        return new InterfacePlan(
                area(clause.getAreas(), values),
                networkTypes(clause.getNetworkTypes(), values),
                groups(clause.getPriorities(), values, 0, HIGHEST_PRIORITY),
                groups(clause.getCosts(), values, 1, HIGHEST_COST),
                seconds(clause, ROUTING_CLAUSE__HELLO, clause.getHello(), values),
                hold(clause, values),
                seconds(clause, ROUTING_CLAUSE__DEAD, clause.getDead(), values),
                isOn(clause.getSplitHorizon()),
                nextHopSelf(clause.getNextHopSelf()),
                flag(clause, ROUTING_CLAUSE__PASSIVE, clause.getPassive(), values),
                flag(clause, ROUTING_CLAUSE__DATABASE_FILTER, clause.getDatabaseFilter(), values),
                fastDetection(clause.getBfd(), values),
                summaries(clause.getSummaries(), announcers, values),
                header);
    }

    /** What a clause says about the interfaces that it names. */
    InterfacePlan ofInterfaces(RoutingInterfaceClause clause, ValueReader values) {
        Origin origin = context.origins().of(clause, values.label());
        return new InterfacePlan(
                area(clause.getAreas(), values),
                networkTypes(clause.getNetworkTypes(), values),
                one(clause, values.integer(clause, ROUTING_INTERFACE_CLAUSE__PRIORITY, clause.getPriority(), 0, HIGHEST_PRIORITY), values),
                one(clause, values.integer(clause, ROUTING_INTERFACE_CLAUSE__COST, clause.getCost(), 1, HIGHEST_COST), values),
                seconds(clause, ROUTING_INTERFACE_CLAUSE__HELLO, clause.getHello(), values),
                seconds(clause, ROUTING_INTERFACE_CLAUSE__HOLD, clause.getHold(), values),
                seconds(clause, ROUTING_INTERFACE_CLAUSE__DEAD, clause.getDead(), values),
                isOn(clause.getSplitHorizon()),
                nextHopSelf(clause.getNextHopSelf()),
                clause.isPassive() ? List.of(new Grouped<>(EVERYBODY, true, origin)) : List.of(),
                List.of(),
                fastDetection(clause.getBfd(), values),
                summaries(clause.getSummaries(), EVERYBODY, values),
                origin);
    }

    private <T> List<Grouped<T>> one(EObject clause, Optional<T> value, ValueReader values) {
        return value.map(found -> List.of(new Grouped<>(EVERYBODY, found, context.origins().of(clause, values.label()))))
                .orElse(List.of());
    }

    private Optional<Duration> seconds(EObject owner, EStructuralFeature feature, String text, ValueReader values) {
        return values.seconds(owner, feature, text, 1, HIGHEST_SECONDS).map(Duration::ofSeconds);
    }

    private Optional<Duration> hold(RoutingClause clause, ValueReader values) {
        return RouteSource.BGP.keyword().equals(clause.getProtocol())
                ? BgpHoldTime.read(context, values, clause, ROUTING_CLAUSE__HOLD, clause.getHold())
                : seconds(clause, ROUTING_CLAUSE__HOLD, clause.getHold(), values);
    }

    private Optional<OspfArea> area(List<AreaClause> clauses, ValueReader values) {
        Optional<OspfArea> found = Optional.empty();
        for (AreaClause clause : clauses) {
            Optional<Long> number = values.word(clause, AREA_CLAUSE__AREA, clause.getArea(),
                    "an area: expected a number such as 0, or 0.0.0.1", RoutingValues::area);
            Optional<OspfAreaKind> kind = values.word(clause, AREA_CLAUSE__TYPE, clause.getType(), "a type of areas: expected "
                    + words(OspfAreaKind.values(), OspfAreaKind::keyword), OspfAreaKind::of);
            if (number.filter(value -> value == OspfArea.BACKBONE).isPresent()
                    && kind.filter(value -> value != OspfAreaKind.NORMAL).isPresent()) {
                context.report(TextRules.VALUE, "Area 0 is the backbone, which carries all routes: it cannot be "
                        + kind.get().keyword(), clause, AREA_CLAUSE__TYPE, values.label());
                kind = Optional.empty();
            }
            List<IpPrefix> ranges = new ArrayList<>();
            for (String range : clause.getRanges()) {
                values.prefix(clause, AREA_CLAUSE__RANGES, range).ifPresent(ranges::add);
            }
            Optional<OspfAreaKind> sound = kind;
            found = number.map(value -> new OspfArea(value, sound.orElse(OspfAreaKind.NORMAL), ranges,
                    context.origins().of(clause, values.label())));
        }
        return found;
    }

    private static <T> String words(T[] all, Function<T, String> keyword) {
        return Arrays.stream(all).map(keyword).collect(Collectors.joining(", "));
    }

    private List<Grouped<OspfNetworkType>> networkTypes(List<NetworkTypeClause> clauses, ValueReader values) {
        List<Grouped<OspfNetworkType>> types = new ArrayList<>();
        for (NetworkTypeClause clause : clauses) {
            values.word(clause, NETWORK_TYPE_CLAUSE__TYPE, clause.getType(), "a network type of OSPF: expected "
                    + words(OspfNetworkType.values(), OspfNetworkType::keyword),
                    text -> OspfNetworkType.of(text.toLowerCase(Locale.ROOT)))
                    .ifPresent(type -> types.add(new Grouped<>(Group.of(clause.getBy()), type,
                            context.origins().of(clause, values.label()))));
        }
        return types;
    }

    private List<Grouped<Integer>> groups(List<GroupValue> clauses, ValueReader values, int least, int most) {
        List<Grouped<Integer>> groups = new ArrayList<>();
        for (GroupValue clause : clauses) {
            values.integer(clause, GROUP_VALUE__VALUE, clause.getValue(), least, most)
                    .ifPresent(value -> groups.add(new Grouped<>(Group.of(clause.getBy()), value,
                            context.origins().of(clause, values.label()))));
        }
        return groups;
    }

    /** A setting that names a group and no value. */
    List<Grouped<Boolean>> flag(EObject owner, EStructuralFeature feature, String group, ValueReader values) {
        return group == null ? List.of()
                : List.of(new Grouped<>(Group.of(group), true, context.origins().of(owner, feature, values.label())));
    }

    static Optional<Boolean> isOn(String text) {
        return Optional.ofNullable(text).map("on"::equals);
    }

    static Optional<NextHopSelf> nextHopSelf(String text) {
        return Optional.ofNullable(text).map(word -> switch (word) {
            case "on" -> NextHopSelf.ON;
            case "all" -> NextHopSelf.ALL;
            default -> NextHopSelf.OFF;
        });
    }

    List<Grouped<InterfacePlan.FastDetection>> fastDetection(List<BidirectionalForwardingClause> clauses, ValueReader values) {
        List<Grouped<InterfacePlan.FastDetection>> found = new ArrayList<>();
        for (BidirectionalForwardingClause clause : clauses) {
            Optional<Duration> interval = values.duration(clause, BIDIRECTIONAL_FORWARDING_CLAUSE__INTERVAL, clause.getInterval());
            if (interval.filter(time -> time.compareTo(SHORTEST_BFD) < 0 || time.compareTo(LONGEST_BFD) > 0).isPresent()) {
                context.report(TextRules.VALUE, "'" + clause.getInterval() + "' is not an interval of BFD: expected 50ms to 9999ms",
                        clause, BIDIRECTIONAL_FORWARDING_CLAUSE__INTERVAL, values.label());
                continue;
            }
            int multiplier = values.integer(clause, BIDIRECTIONAL_FORWARDING_CLAUSE__MULTIPLIER, clause.getMultiplier(),
                    LEAST_MULTIPLIER, MOST_MULTIPLIER).orElse(BidirectionalForwarding.DEFAULT_MULTIPLIER);
            interval.ifPresent(time -> found.add(new Grouped<>(Group.of(clause.getBy()),
                    new InterfacePlan.FastDetection(time, multiplier), context.origins().of(clause, values.label()))));
        }
        return found;
    }

    private List<InterfacePlan.Summary> summaries(List<SummaryClause> clauses, Group otherwise, ValueReader values) {
        List<InterfacePlan.Summary> summaries = new ArrayList<>();
        for (SummaryClause summary : clauses) {
            Group by = summary.getFrom() == null ? otherwise : Group.of(summary.getFrom());
            values.prefix(summary, SUMMARY_CLAUSE__PREFIX, summary.getPrefix())
                    .map(prefix -> new InterfacePlan.Summary(prefix, by, summary.isLeakHubLans(),
                            context.origins().of(summary, values.label())))
                    .ifPresent(summaries::add);
        }
        return summaries;
    }
}
