package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.routing.AutonomousSystemClause;
import dmvpn.dsl.routing.DefaultClause;
import dmvpn.dsl.routing.GroupValue;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.routing.PolicyUse;
import dmvpn.dsl.routing.RedistributionClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Shown;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Compiles what a cloud or a router says about routing. */
final class RoutingClauseCompiler {

    private static final Set<String> IS_IS = Set.of("isis", "is-is");
    private static final int HIGHEST_PROCESS = 65_535;
    private static final long HIGHEST = 0xffff_ffffL;
    private static final int HIGHEST_DISTANCE = 255;
    private static final int MOST_PATHS = 32;
    private static final int K_VALUES = 5;
    /** No group: whoever has the clause. */
    private static final Group THE_ROUTER = null;

    private final CompileContext context;
    private final Map<PolicyDeclaration, RoutePolicy> policies;
    private final RoutingInterfaceReader interfaces;
    private final RoutingSettings settings;

    RoutingClauseCompiler(CompileContext context, Map<PolicyDeclaration, RoutePolicy> policies) {
        this.context = context;
        this.policies = policies;
        this.interfaces = new RoutingInterfaceReader(context);
        this.settings = new RoutingSettings(context);
    }

    /** The plans of clauses, without those whose protocol or process cannot be read. */
    List<RoutingPlan> compile(List<RoutingClause> clauses, ValueReader values) {
        return compile(clauses, Group.HUBS, values);
    }

    /** The plans of a router's own clauses: who announces something is the router. */
    List<RoutingPlan> compileOwn(List<RoutingClause> clauses, ValueReader values) {
        return compile(clauses, THE_ROUTER, values);
    }

    private List<RoutingPlan> compile(List<RoutingClause> clauses, Group announcers, ValueReader values) {
        List<RoutingPlan> plans = new ArrayList<>();
        for (RoutingClause clause : clauses) {
            protocol(clause, values).flatMap(protocol -> plan(clause, protocol, announcers, values)).ifPresent(plans::add);
        }
        return plans;
    }

    private Optional<RouteSource> protocol(RoutingClause clause, ValueReader values) {
        String word = clause.getProtocol() == null ? "" : clause.getProtocol().toLowerCase(Locale.ROOT);
        Optional<RouteSource> protocol = RouteSource.of(word).filter(source -> source != RouteSource.CONNECTED);
        if (IS_IS.contains(word)) {
            context.report(TextRules.ISIS, "IS-IS cannot run over DMVPN: its packets are not carried in IP, so NHRP and GRE "
                    + "have no next hop to send them to; use eigrp instead", clause, ROUTING_CLAUSE__PROTOCOL, values.label());
        } else if (protocol.isEmpty() && !word.isEmpty()) {
            context.report(TextRules.VALUE, "'" + Shown.of(clause.getProtocol())
                    + "' is not a routing protocol: expected eigrp, ospf or bgp with a number, such as routing eigrp 100, "
                    + "or rip, odr or static",
                    clause, ROUTING_CLAUSE__PROTOCOL, values.label());
        }
        return protocol;
    }

    private Optional<RoutingPlan> plan(RoutingClause clause, RouteSource protocol, Group announcers, ValueReader values) {
        settings.check(clause, protocol, values.label());
        new NotSimulatedRouting(context).check(clause, protocol, values.label());
        Origin header = context.origins().ofHeader(clause, values.label());
        InterfacePlan tunnels = interfaces.ofTunnels(clause, announcers, values, header);
        RoutingPlan.Common common = common(clause, protocol, values);
        RoutingPlan.BgpPlan bgp = bgp(clause, values);
        Optional<EigrpMetricWeights> weights = metricWeights(clause, values);
        List<IpPrefix> advertised = new ArrayList<>();
        for (String prefix : clause.getAdvertised()) {
            values.prefix(clause, ROUTING_CLAUSE__ADVERTISED, prefix).ifPresent(advertised::add);
        }
        return process(clause, protocol, values).map(process -> new RoutingPlan(protocol, process,
                Optional.ofNullable(clause.getVrf()), tunnels, defaults(clause, announcers, values),
                interfaces.flag(clause, ROUTING_CLAUSE__STUB, clause.getStub(), values), weights,
                Optional.ofNullable(clause.getNamed()), common, bgp, advertised, clause, header));
    }

    private Optional<Long> process(RoutingClause clause, RouteSource protocol, ValueReader values) {
        if (!protocol.isNumbered()) {
            return Optional.of(0L);
        }
        if (protocol == RouteSource.BGP && clause.getProcess() != null) {
            return values.whole(clause, ROUTING_CLAUSE__PROCESS, AutonomousSystems.computed(clause.getProcess()), 1, HIGHEST);
        }
        return values.whole(clause, ROUTING_CLAUSE__PROCESS, clause.getProcess(), 1, HIGHEST_PROCESS);
    }

    private List<Grouped<Boolean>> defaults(RoutingClause clause, Group announcers, ValueReader values) {
        List<Grouped<Boolean>> defaults = new ArrayList<>();
        for (DefaultClause written : clause.getDefaults()) {
            Group by = written.getFrom() == null ? announcers : Group.of(written.getFrom());
            defaults.add(new Grouped<>(by, true, context.origins().of(written, values.label())));
        }
        return defaults;
    }

    private Optional<EigrpMetricWeights> metricWeights(RoutingClause clause, ValueReader values) {
        List<Integer> weights = new ArrayList<>();
        for (String text : clause.getKValues()) {
            values.integer(clause, ROUTING_CLAUSE__KVALUES, text, 0, 255).ifPresent(weights::add);
        }
        if (!clause.getKValues().isEmpty() && clause.getKValues().size() != K_VALUES) {
            context.report(TextRules.VALUE, "EIGRP has five K values: write k-values 1, 0, 1, 0, 0 or leave them out", clause,
                    ROUTING_CLAUSE__KVALUES, values.label());
        }
        return weights.size() == K_VALUES
                ? Optional.of(new EigrpMetricWeights(weights, context.origins().of(clause, ROUTING_CLAUSE__KVALUES, values.label())))
                : Optional.empty();
    }

    private RoutingPlan.Common common(RoutingClause clause, RouteSource protocol, ValueReader values) {
        List<Grouped<RoutingPlan.RedistributionPlan>> redistributions = new ArrayList<>();
        for (RedistributionClause redistribution : clause.getRedistributions()) {
            redistribution(redistribution, protocol, values).ifPresent(redistributions::add);
        }
        Optional<Integer> internal = values.integer(clause, ROUTING_CLAUSE__DISTANCE, clause.getDistance(), 1, HIGHEST_DISTANCE);
        OptionalInt external = optional(values.integer(clause, ROUTING_CLAUSE__EXTERNAL_DISTANCE, clause.getExternalDistance(), 1,
                HIGHEST_DISTANCE));
        return new RoutingPlan.Common(
                redistributions,
                policies(clause.getPolicies(), values),
                metric(clause, ROUTING_CLAUSE__DEFAULT_METRIC, clause.getDefaultMetric(), protocol, values),
                internal.map(distance -> new AdministrativeDistance(distance, external,
                        context.origins().of(clause, ROUTING_CLAUSE__DISTANCE, values.label()))),
                optional(values.integer(clause, ROUTING_CLAUSE__MAXIMUM_PATHS, clause.getMaximumPaths(), 1, MOST_PATHS)));
    }

    /** Policies on neighbours. */
    List<Grouped<RoutingPlan.PolicyPlan>> policies(List<PolicyUse> clauses, ValueReader values) {
        List<Grouped<RoutingPlan.PolicyPlan>> uses = new ArrayList<>();
        for (PolicyUse use : clauses) {
            RoutePolicy policy = use.getPolicy() == null ? null : policies.get(use.getPolicy());
            if (policy != null) {
                uses.add(new Grouped<>(Group.of(use.getBy()),
                        new RoutingPlan.PolicyPlan(policy, use.isAccept() ? PolicyDirection.IN : PolicyDirection.OUT),
                        context.origins().of(use, values.label())));
            }
        }
        return uses;
    }

    private Optional<Grouped<RoutingPlan.RedistributionPlan>> redistribution(
            RedistributionClause clause, RouteSource into, ValueReader values) {
        Optional<RouteSource> source = RouteSource.of(clause.getProtocol() == null ? "" : clause.getProtocol());
        OptionalLong process = values.whole(clause, REDISTRIBUTION_CLAUSE__PROCESS, clause.getProcess(), 1, HIGHEST)
                .map(OptionalLong::of).orElse(OptionalLong.empty());
        if (source.isEmpty() || source.get().isNumbered() && process.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> type = values.word(clause, REDISTRIBUTION_CLAUSE__EXTERNAL_TYPE, clause.getExternalType(),
                "a type of external routes: expected type-1 or type-2", RoutingValues::externalType);
        if (type.isPresent() && into != RouteSource.OSPF) {
            context.report(TextRules.UNKNOWN_SETTING, "Only OSPF has types of external routes", clause,
                    REDISTRIBUTION_CLAUSE__EXTERNAL_TYPE, values.label());
        }
        Optional<RoutePolicy> policy = Optional.ofNullable(clause.getPolicy()).map(policies::get);
        Origin origin = context.origins().of(clause, values.label());
        return Optional.of(new Grouped<>(Group.of(clause.getBy()), new RoutingPlan.RedistributionPlan(new Redistribution(
                source.get(), process,
                metric(clause, REDISTRIBUTION_CLAUSE__METRIC, clause.getMetric(), into, values),
                optional(type),
                values.whole(clause, REDISTRIBUTION_CLAUSE__TAG, clause.getTag(), 0, HIGHEST)
                        .map(OptionalLong::of).orElse(OptionalLong.empty()),
                policy.map(RoutePolicy::name), origin), policy), origin));
    }

    private Optional<SeedMetric> metric(org.eclipse.emf.ecore.EObject owner, org.eclipse.emf.ecore.EStructuralFeature feature,
            String text, RouteSource into, ValueReader values) {
        if (text == null) {
            return Optional.empty();
        }
        Origin origin = context.origins().of(owner, feature, values.label());
        return into == RouteSource.EIGRP
                ? values.word(owner, feature, text, "a metric of EIGRP: expected bandwidth in kbit/s, delay in tens of "
                        + "microseconds, reliability, load and MTU, such as 100000/100/255/1/1400, or a rate such as 100Mbps",
                        value -> RoutingValues.eigrpMetric(value, origin))
                : values.whole(owner, feature, text, 0, HIGHEST).map(value -> new SeedMetric.Simple(value, origin));
    }

    private RoutingPlan.BgpPlan bgp(RoutingClause clause, ValueReader values) {
        List<Grouped<String>> autonomousSystems = new ArrayList<>();
        for (AutonomousSystemClause system : clause.getAutonomousSystems()) {
            if (system.getNumber() != null) {
                autonomousSystems.add(new Grouped<>(Group.of(system.getOf()), system.getNumber(),
                        context.origins().of(system, AUTONOMOUS_SYSTEM_CLAUSE__NUMBER, values.label())));
            }
        }
        return new RoutingPlan.BgpPlan(
                autonomousSystems,
                clause.isNoRouteReflectors() ? null
                        : clause.getRouteReflectors() == null ? Group.HUBS : Group.of(clause.getRouteReflectors()),
                clause.isListen(),
                interfaces.flag(clause, ROUTING_CLAUSE__ALLOW_OWN_AUTONOMOUS_SYSTEM, clause.getAllowOwnAutonomousSystem(), values),
                interfaces.flag(clause, ROUTING_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM, clause.getOverrideAutonomousSystem(), values),
                interfaces.flag(clause, ROUTING_CLAUSE__REMOVE_PRIVATE_AUTONOMOUS_SYSTEMS, clause.getRemovePrivateAutonomousSystems(),
                        values),
                interfaces.flag(clause, ROUTING_CLAUSE__SEND_COMMUNITY, clause.getSendCommunity(), values),
                numbers(clause.getLocalPreferences(), values),
                numbers(clause.getMetrics(), values));
    }

    private List<Grouped<Long>> numbers(List<GroupValue> clauses, ValueReader values) {
        List<Grouped<Long>> numbers = new ArrayList<>();
        for (GroupValue clause : clauses) {
            values.whole(clause, GROUP_VALUE__VALUE, clause.getValue(), 0, HIGHEST).ifPresent(value -> numbers.add(
                    new Grouped<>(Group.of(clause.getBy()), value, context.origins().of(clause, values.label()))));
        }
        return numbers;
    }

    private static OptionalInt optional(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
