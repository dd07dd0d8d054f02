package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;
import static dmvpn.dsl.routing.RoutingPackage.Literals.*;
import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.SummaryClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Shown;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.tunnel.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compiles what a cloud says about routing. */
final class RoutingClauseCompiler {

    private static final String HUBS = "hubs";
    private static final Set<String> IS_IS = Set.of("isis", "is-is");
    private static final Set<String> OTHER_PROTOCOLS = Set.of("ospf", "bgp", "rip", "odr", "static");

    private final CompileContext context;

    RoutingClauseCompiler(CompileContext context) {
        this.context = context;
    }

    Optional<RoutingPlan> compile(CloudDeclaration cloud, Phase phase, ValueReader values) {
        Optional<RoutingPlan> plan = Optional.empty();
        for (RoutingClause clause : cloud.getRouting()) {
            Optional<RoutingPlan> read = isEigrp(clause, values) ? eigrp(clause, phase, values) : Optional.empty();
            plan = read.or(keep(plan));
        }
        return plan;
    }

    private static java.util.function.Supplier<Optional<RoutingPlan>> keep(Optional<RoutingPlan> plan) {
        return () -> plan;
    }

    private boolean isEigrp(RoutingClause clause, ValueReader values) {
        String protocol = clause.getProtocol() == null ? "" : clause.getProtocol().toLowerCase(Locale.ROOT);
        if (protocol.equals("eigrp") || protocol.isEmpty()) {
            return protocol.equals("eigrp");
        }
        if (IS_IS.contains(protocol)) {
            context.report(TextRules.ISIS, "IS-IS cannot run over DMVPN: its packets are not carried in IP, so NHRP and GRE "
                    + "have no next hop to send them to; use eigrp instead", clause, ROUTING_CLAUSE__PROTOCOL, values.label());
        } else if (OTHER_PROTOCOLS.contains(protocol)) {
            context.report(TextRules.NOT_SIMULATED, "routing " + protocol + " is not simulated or exported yet: "
                    + "routers get no routes over this cloud", clause, ROUTING_CLAUSE__PROTOCOL, values.label());
        } else {
            context.report(TextRules.VALUE, "'" + Shown.of(clause.getProtocol())
                    + "' is not a routing protocol: expected eigrp and its autonomous system, such as routing eigrp 100",
                    clause, ROUTING_CLAUSE__PROTOCOL, values.label());
        }
        return false;
    }

    private Optional<RoutingPlan> eigrp(RoutingClause clause, Phase phase, ValueReader values) {
        boolean direct = phase == Phase.PHASE_2;
        Duration hello = values.seconds(clause, ROUTING_CLAUSE__HELLO, clause.getHello(), 1, 65_535)
                .map(Duration::ofSeconds).orElse(EigrpInterface.DEFAULT_HELLO_INTERVAL);
        Duration hold = values.seconds(clause, ROUTING_CLAUSE__HOLD, clause.getHold(), 1, 65_535)
                .map(Duration::ofSeconds).orElse(EigrpInterface.DEFAULT_HOLD_TIME);
        List<RoutingPlan.Summary> summaries = summaries(clause, values);
        Origin header = context.origins().ofHeader(clause, values.label());
        Origin stubOrigin = clause.getStub() == null ? header
                : context.origins().of(clause, ROUTING_CLAUSE__STUB, values.label());
        return values.integer(clause, ROUTING_CLAUSE__PROCESS, clause.getProcess(), 1, 65_535)
                .map(autonomousSystem -> new RoutingPlan(
                        autonomousSystem,
                        summaries,
                        HUBS.equals(clause.getStub()),
                        clause.getStub() != null && !HUBS.equals(clause.getStub()),
                        stubOrigin,
                        hello,
                        hold,
                        switchedOn(clause.getSplitHorizon(), !direct),
                        switchedOn(clause.getNextHopSelf(), !direct),
                        header));
    }

    /**
     * In Phase 2 a hub announces each spoke's routes to the others with the spoke as next hop, so neither split horizon
     * nor next-hop-self may be on; in the other phases IOS's defaults (both on) are right (RFC 7868; Cisco, Dynamic
     * Multipoint VPN configuration guide).
     */
    private static boolean switchedOn(String text, boolean otherwise) {
        return text == null ? otherwise : text.equals("on");
    }

    private List<RoutingPlan.Summary> summaries(RoutingClause clause, ValueReader values) {
        List<RoutingPlan.Summary> summaries = new ArrayList<>();
        for (SummaryClause summary : clause.getSummaries()) {
            values.prefix(summary, SUMMARY_CLAUSE__PREFIX, summary.getPrefix())
                    .map(prefix -> new RoutingPlan.Summary(prefix, HUBS.equals(summary.getFrom()), summary.isLeakHubLans(),
                            context.origins().of(summary, values.label())))
                    .ifPresent(summaries::add);
        }
        return summaries;
    }
}
