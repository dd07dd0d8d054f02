package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The interfaces of one router whose address its tunnels can send from: uplinks, and inside ones that are named. */
final class TunnelSources {

    private final CompileContext context;
    private final RouterPlan plan;
    private final List<Uplink> uplinks;
    private final List<Uplink> inside = new ArrayList<>();

    TunnelSources(CompileContext context, RouterPlan plan, List<Uplink> uplinks, List<LocalNetwork> localNetworks,
            List<NetworkInterface> loopbacks) {
        this.context = context;
        this.plan = plan;
        this.uplinks = uplinks;
        loopbacks.forEach(loopback -> inside.add(new Uplink(loopback, null)));
        localNetworks.forEach(network -> inside.add(new Uplink(network.networkInterface(), null)));
    }

    /** The source of a membership's tunnel; empty with a finding, unless the interface itself has one. */
    Optional<Uplink> of(JoinClause clause) {
        if (!clause.isLoopback() && clause.getSource() == null) {
            Optional<Uplink> uplink = uplinks.stream()
                    .filter(candidate -> clause.getTransport() == null || candidate.transport() == clause.getTransport())
                    .findFirst();
            if (uplink.isEmpty()) {
                reportNoUplink(clause);
            }
            return uplink;
        }
        Optional<Uplink> source = clause.isLoopback() ? loopback(clause) : named(clause);
        if (source.filter(found -> found.networkInterface().kind() != InterfaceKind.WAN).isPresent()) {
            context.report(TextRules.NOT_SIMULATED, "A tunnel from an inside address is exported, not simulated yet: in the run no "
                    + "transport knows the way to " + source.get().networkInterface().name(), clause,
                    clause.isLoopback() ? JOIN_CLAUSE__LOOPBACK : JOIN_CLAUSE__SOURCE, plan.label());
        }
        return source;
    }

    private Optional<Uplink> loopback(JoinClause clause) {
        Optional<Uplink> loopback = inside.stream()
                .filter(candidate -> candidate.networkInterface().kind() == InterfaceKind.LOOPBACK).findFirst();
        if (loopback.isEmpty() && plan.loopbacks().isEmpty()) {
            context.report(TextRules.WRONG_TARGET, plan.reference() + " has no loopback: write loopback with an address and its "
                    + "prefix length", clause, JOIN_CLAUSE__LOOPBACK, plan.label());
        }
        return loopback;
    }

    private Optional<Uplink> named(JoinClause clause) {
        Optional<String> name = plan.values().text(clause, JOIN_CLAUSE__SOURCE, clause.getSource());
        List<Uplink> all = new ArrayList<>(uplinks);
        all.addAll(inside);
        Optional<Uplink> source = all.stream().filter(candidate -> name.filter(candidate.networkInterface().name()::equals).isPresent())
                .findFirst();
        if (name.isPresent() && source.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, plan.reference() + " has no interface " + name.get() + ": it has "
                    + String.join(", ", all.stream().map(candidate -> candidate.networkInterface().name()).toList()), clause,
                    JOIN_CLAUSE__SOURCE, plan.label());
        }
        return source;
    }

    private void reportNoUplink(JoinClause clause) {
        if (clause.getTransport() != null) {
            context.report(TextRules.WRONG_TARGET, plan.reference() + " has no wan on transport "
                    + clause.getTransport().getName(), clause, JOIN_CLAUSE__TRANSPORT, plan.label());
        } else if (plan.wans().isEmpty()) {
            context.report(TextRules.MISSING_SETTING, plan.reference() + " joins " + clause.getCloud().getName()
                    + " but has no uplink: write wan with a transport and an address or dhcp", clause, JOIN_CLAUSE__CLOUD,
                    plan.label());
        }
    }
}
