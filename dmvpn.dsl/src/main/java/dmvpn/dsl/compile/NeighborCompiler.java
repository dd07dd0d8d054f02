package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.RouterReference;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.routing.RouteSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles the BGP neighbours that a clause names, by address or by router. */
final class NeighborCompiler {

    private static final long HIGHEST = 0xffff_ffffL;
    private static final int MOST_HOPS = 255;

    private final CompileContext context;
    private final RouterDirectory routers;
    private final RoutingClauseCompiler clauses;

    NeighborCompiler(CompileContext context, RouterDirectory routers, RoutingClauseCompiler clauses) {
        this.context = context;
        this.routers = routers;
        this.clauses = clauses;
    }

    /** Adds what the clauses of a plan say about neighbours; a router is no neighbour of its own. */
    void add(RoutingPlan plan, RoutedRouter router, BgpAssembly process) {
        for (NeighborClause clause : plan.neighbors()) {
            if (clause.getAddress() != null) {
                router.site().plan().values().address(clause, NEIGHBOR_CLAUSE__ADDRESS, clause.getAddress())
                        .ifPresent(address -> add(plan, clause, address, Optional.empty(), router, process));
            } else if (clause.getRouter() != null && clause.getRouter().getRouter() instanceof RouterDeclaration declaration) {
                addRouter(plan, clause, declaration, router, process);
            }
        }
    }

    private void addRouter(RoutingPlan routing, NeighborClause clause, RouterDeclaration declaration, RoutedRouter router,
            BgpAssembly process) {
        RouterReference reference = clause.getRouter();
        RouterPlan plan = router.site().plan();
        Optional<String> member = plan.values().text(reference, ModelPackage.Literals.ROUTER_REFERENCE__MEMBER, reference.getMember());
        Optional<RouterSite> found = routers.one(declaration, member.orElse(null));
        if (found.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, routers.whyNone(declaration, member.orElse(null)), clause,
                    NEIGHBOR_CLAUSE__ROUTER, plan.label());
            return;
        }
        if (found.get() == router.site()) {
            return;
        }
        Optional<IpAddress> address = sharedAddress(router.site(), found.get());
        if (address.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, plan.reference() + " and " + found.get().plan().reference()
                    + " share no cloud and no network: write the neighbour's address", clause, NEIGHBOR_CLAUSE__ROUTER, plan.label());
        }
        address.ifPresent(shared -> add(routing, clause, shared,
                Optional.of(found.get().plan().name()), router, process));
    }

    /** The other router's address in a cloud that both are in, or else in a network of both. */
    private static Optional<IpAddress> sharedAddress(RouterSite site, RouterSite other) {
        for (Membership membership : site.memberships()) {
            Optional<Membership> there = other.membershipIn(membership.cloud());
            if (there.isPresent()) {
                return there.map(found -> found.address().address());
            }
        }
        for (LocalNetwork network : site.localNetworks()) {
            Optional<IpAddress> there = other.localNetworks().stream().filter(found -> found.prefix().equals(network.prefix()))
                    .map(LocalNetwork::routerAddress).findFirst();
            if (there.isPresent()) {
                return there;
            }
        }
        List<InterfaceAddress> own = fixed(site);
        return fixed(other).stream().filter(there -> own.stream().anyMatch(here -> here.prefix().equals(there.prefix())))
                .map(InterfaceAddress::address).findFirst();
    }

    private static List<InterfaceAddress> fixed(RouterSite site) {
        return site.uplinks().stream().map(uplink -> uplink.networkInterface().assignment())
                .filter(dmvpn.network.device.AddressAssignment.Static.class::isInstance)
                .map(assignment -> ((dmvpn.network.device.AddressAssignment.Static) assignment).address()).toList();
    }

    private void add(RoutingPlan routing, NeighborClause clause, IpAddress address, Optional<String> device, RoutedRouter router,
            BgpAssembly process) {
        ValueReader values = router.site().plan().values();
        PeeringDraft draft = process.peer(address, device, context.origins().of(clause, values.label())).draft();
        draft.origin = context.origins().of(clause, values.label());
        values.whole(clause, NEIGHBOR_CLAUSE__AUTONOMOUS_SYSTEM, clause.getAutonomousSystem(), 1, HIGHEST)
                .ifPresent(number -> {
                    draft.remoteAutonomousSystems.clear();
                    draft.remoteAutonomousSystems.add(number);
                });
        if (draft.remoteAutonomousSystems.isEmpty() && clause.getAutonomousSystem() == null) {
            draft.remoteAutonomousSystems.add(process.autonomousSystem());
        }
        clauses.policies(clause.getPolicies(), values).forEach(use -> BgpAssembly.setPolicy(draft, use.value()));
        number(clause, NEIGHBOR_CLAUSE__LOCAL_PREFERENCE, clause.getLocalPreference(), values).ifPresent(value ->
                draft.localPreference = Optional.of(new PolicyAction.SetLocalPreference(value,
                        context.origins().of(clause, NEIGHBOR_CLAUSE__LOCAL_PREFERENCE, values.label()))));
        number(clause, NEIGHBOR_CLAUSE__METRIC, clause.getMetric(), values).ifPresent(value ->
                draft.metric = Optional.of(new PolicyAction.SetMetric(value,
                        context.origins().of(clause, NEIGHBOR_CLAUSE__METRIC, values.label()))));
        if (draft.hold.isEmpty()) {
            draft.timers(routing.tunnels().hello(), routing.tunnels().hold());
        }
        draft.timers(seconds(clause, NEIGHBOR_CLAUSE__HELLO, clause.getHello(), values),
                BgpHoldTime.read(context, values, clause, NEIGHBOR_CLAUSE__HOLD, clause.getHold()));
        RoutingInterfaceReader.nextHopSelf(clause.getNextHopSelf()).ifPresent(self -> draft.nextHopSelf = self);
        draft.client |= clause.isClient();
        draft.allowOwn |= clause.isAllowOwnAutonomousSystem();
        detect(clause, address, router, process, draft);
        draft.sendCommunity |= clause.isSendCommunity();
        draft.passive |= clause.isPassive();
        addForOutside(clause, draft, process, router);
        updateSource(clause, router, process).ifPresent(name -> draft.updateSource = Optional.of(name));
        password(clause, values).ifPresent(secret -> draft.password = Optional.of(secret));
    }

    /** What is said of neighbours in other autonomous systems alone. */
    private void addForOutside(NeighborClause clause, PeeringDraft draft, BgpAssembly process, RoutedRouter router) {
        if (draft.remoteAutonomousSystems.contains(process.autonomousSystem())) {
            draft.override = false;
            draft.removePrivate = false;
            reportForOutside(clause, clause.isOverrideAutonomousSystem(), NEIGHBOR_CLAUSE__OVERRIDE_AUTONOMOUS_SYSTEM, "as-override",
                    router);
            reportForOutside(clause, clause.isRemovePrivateAutonomousSystems(), NEIGHBOR_CLAUSE__REMOVE_PRIVATE_AUTONOMOUS_SYSTEMS,
                    "remove-private-as", router);
            reportForOutside(clause, clause.isNextHopUnchanged(), NEIGHBOR_CLAUSE__NEXT_HOP_UNCHANGED, "next-hop-unchanged", router);
            reportForOutside(clause, clause.getMultihop() != null, NEIGHBOR_CLAUSE__MULTIHOP, "multihop", router);
            return;
        }
        draft.override |= clause.isOverrideAutonomousSystem();
        draft.removePrivate |= clause.isRemovePrivateAutonomousSystems();
        draft.nextHopUnchanged |= clause.isNextHopUnchanged();
        router.site().plan().values().integer(clause, NEIGHBOR_CLAUSE__MULTIHOP, clause.getMultihop(), 1, MOST_HOPS)
                .ifPresent(hops -> draft.multihop = OptionalInt.of(hops));
        if (clause.isNextHopUnchanged() && clause.getMultihop() == null && !router.isFrr()) {
            context.report(TextRules.VALUE, "IOS-XE leaves next hops as they are for neighbours that may be several hops away only: "
                    + "write multihop and their number, too", clause, NEIGHBOR_CLAUSE__NEXT_HOP_UNCHANGED, router.label());
        }
    }

    private void reportForOutside(NeighborClause clause, boolean said, EStructuralFeature feature, String word, RoutedRouter router) {
        if (said) {
            context.report(TextRules.VALUE, word + " is for neighbours in other autonomous systems, and this one is in that of "
                    + router.site().plan().reference() + ": leave it out, or write as and the neighbour's number", clause, feature,
                    router.label());
        }
    }

    private Optional<String> updateSource(NeighborClause clause, RoutedRouter router, BgpAssembly process) {
        if (!clause.isUpdateSourceLoopback()) {
            return new InterfaceReferences(context, router.site(), router.tunnels())
                    .named(clause, NEIGHBOR_CLAUSE__UPDATE_SOURCE, clause.getUpdateSource());
        }
        Optional<String> loopback = router.site().loopbacks().stream().filter(each -> each.vrf().equals(process.vrf()))
                .map(NetworkInterface::name).findFirst();
        if (loopback.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, router.site().plan().reference() + " has no loopback" + process.vrf().map(vrf -> " in VRF " + vrf).orElse(""), clause,
                    NEIGHBOR_CLAUSE__UPDATE_SOURCE_LOOPBACK, router.label());
        }
        return loopback;
    }

    /** The times are those of the interface that leads there, unless others were said for it before. */
    private void detect(NeighborClause clause, IpAddress address, RoutedRouter router, BgpAssembly process,
            PeeringDraft draft) {
        List<Grouped<InterfacePlan.FastDetection>> said = new RoutingInterfaceReader(context)
                .fastDetection(clause.getBfd(), router.site().plan().values());
        if (Grouped.of(said, router.role()).isPresent()) {
            draft.fastDetection = true;
            router.portTowards(address, process.vrf())
                    .ifPresent(port -> router.detection().use(port.name(), said, router.role(), RouteSource.BGP));
        }
    }

    private static Optional<Long> number(NeighborClause clause, EStructuralFeature feature, String text,
            ValueReader values) {
        return values.whole(clause, feature, text, 0, HIGHEST);
    }

    private static Optional<Duration> seconds(NeighborClause clause, EStructuralFeature feature, String text,
            ValueReader values) {
        return values.seconds(clause, feature, text, 1, RoutingInterfaceReader.HIGHEST_SECONDS).map(Duration::ofSeconds);
    }

    private Optional<Secret> password(NeighborClause clause, ValueReader values) {
        if (clause.getPasswordSecret() != null) {
            return Optional.of(new Secret(clause.getPasswordSecret(), Optional.empty(),
                    context.origins().of(clause, NEIGHBOR_CLAUSE__PASSWORD_SECRET, values.label())));
        }
        if (clause.getPassword() == null) {
            return Optional.empty();
        }
        CommandLineText.problem(clause.getPassword()).ifPresent(problem -> context.report(TextRules.VALUE, "A password " + problem,
                clause, NEIGHBOR_CLAUSE__PASSWORD, values.label()));
        context.report(TextRules.INLINE_SECRET, "The password of the neighbour is written in the model: name it "
                + "with password secret \"name\" and keep its value elsewhere", clause,
                NEIGHBOR_CLAUSE__PASSWORD, values.label());
        return Optional.of(new Secret("", Optional.of(clause.getPassword()),
                context.origins().of(clause, NEIGHBOR_CLAUSE__PASSWORD, values.label())));
    }
}
