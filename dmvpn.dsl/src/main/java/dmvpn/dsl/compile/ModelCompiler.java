package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.NAMED_ELEMENT__NAME;

import dmvpn.dsl.linking.Links;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles a model. It reads the model only, works on models that are broken in places, and never throws: whatever
 * resolves is compiled, the rest is left out and reported.
 *
 * <p>What was compiled for the revision before is used again where it would come out the same, as the very same records. A
 * router is made of its own declarations (their texts are the same as long as the objects are), of what routers share
 * ({@link SharedPlan}: new when any element but a router or a scenario is), of what {@link RouterDirectory} answers about
 * other routers ({@link RouterFacts}), and of the networks of the hubs. A compiler of routers that reads anything else of
 * the model must add it there. Scenarios are compiled each time.
 */
public final class ModelCompiler {

    private final CompileContext context;
    private final CompileMemory memory;
    private final CompileUnit unit;
    private final FindingCollector findings = new FindingCollector();
    // Keyed by identity and used for look-ups only.
    private final Map<Element, ModelPart> parts = new IdentityHashMap<>();

    private ModelCompiler(CompileUnit unit, CompileMemory memory) {
        this.unit = unit;
        this.memory = memory;
        this.context = memory.context();
        context.begin(unit.names(), unit.origins());
    }

    /**
     * Compiles a linked model.
     *
     * @param unit the model
     * @param memory what is known from the revision before, and is told to the next; no two threads may use it at once
     */
    public static Compilation compile(CompileUnit unit, CompileMemory memory) {
        return new ModelCompiler(unit, memory).compile();
    }

    private Compilation compile() {
        List<Element> sharedElements = new ArrayList<>();
        for (ModelPart part : unit.parts()) {
            part.element().ifPresent(element -> {
                parts.put(element, part);
                if (!(element instanceof RouterDeclaration || element instanceof ScenarioDeclaration)) {
                    sharedElements.add(element);
                }
                findings.addAll(notCompiledYet(part, element));
            });
        }
        SharedPlan shared = SharedPlan.of(context, sharedElements, memory.shared());
        findings.addAll(shared.findings());
        List<Device> devices = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        RouterDirectory routers = new RouterDirectory(context.names(), memory.routers());
        compileRouters(shared, routers, devices, hosts);
        List<Scenario> scenarios = new ArrayList<>();
        findings.addAll(context.findingsOf(() -> scenarios.addAll(scenarios(routers, devices, hosts))));
        CompiledNetwork network = new CompiledNetwork(name(), shared.transportList(), shared.cloudList(), devices, hosts,
                scenarios, origin());
        return new Compilation(network, findings.findings());
    }

    private List<Finding> notCompiledYet(ModelPart part, Element element) {
        return part.keep(NotCompiledYet.class, text -> new Findings(
                context.findingsOf(() -> new NotCompiledYet(context).check(List.of(element))))).all;
    }

    private record Findings(List<Finding> all) {
    }

    private void compileRouters(SharedPlan shared, RouterDirectory routers, List<Device> devices, List<Host> hosts) {
        List<CompiledFamily> families = new ArrayList<>(context.names().families().size());
        List<CompiledRouter> compiled = plan(shared, families);
        PlatformCompiler[] platforms = new PlatformCompiler[1];
        findings.addAll(context.findingsOf(() -> platforms[0] = new PlatformCompiler(context, unit.model())));
        SiteCompiler siteCompiler = new SiteCompiler(context, platforms[0], shared.transports(), shared.clouds());
        List<RouterSite> sites = new ArrayList<>(compiled.size());
        for (CompiledRouter router : compiled) {
            sites.add(router.site(siteCompiler, context));
            findings.addAll(router.siteFindings());
        }
        addTo(routers, sites);
        Map<CloudPlan, List<IpPrefix>> hubNetworks = memory.sameHubNetworks(hubNetworks(sites));
        DeviceCompiler deviceCompiler = new DeviceCompiler(context, platforms[0],
                new TunnelCompiler(context, new ServerCompiler(context, routers)),
                new RoutingCompiler(context, hubNetworks));
        for (CompiledRouter router : compiled) {
            devices.add(router.device(deviceCompiler, context, routers, hubNetworks));
            findings.addAll(router.deviceFindings());
            hosts.addAll(router.hosts());
        }
        memory.remember(shared, families, routers);
    }

    /** Members of one declaration follow each other. */
    private static void addTo(RouterDirectory routers, List<RouterSite> sites) {
        int start = 0;
        for (int index = 1; index <= sites.size(); index++) {
            if (index == sites.size() || sites.get(index).plan().base() != sites.get(start).plan().base()) {
                routers.add(sites.get(start).plan().base(), sites.subList(start, index));
                start = index;
            }
        }
    }

    /** The routers of all families, without those whose host name another has already. */
    private List<CompiledRouter> plan(SharedPlan shared, List<CompiledFamily> families) {
        RouterPlanner planner = new RouterPlanner(context);
        List<CompiledRouter> routers = new ArrayList<>();
        Set<String> hostNames = HashSet.newHashSet(context.names().families().size());
        for (RouterFamily family : context.names().families()) {
            CompiledFamily compiled = compiledFamily(family, shared, planner);
            families.add(compiled);
            findings.addAll(compiled.findings());
            for (CompiledRouter router : compiled.routers()) {
                RouterPlan plan = router.plan();
                if (hostNames.add(plan.name())) {
                    routers.add(router);
                } else {
                    findings.addAll(context.findingsOf(() -> context.report(TextRules.DUPLICATE_NAME, plan.reference()
                            + " has the host name " + plan.name() + ", which another router has already", plan.base(),
                            NAMED_ELEMENT__NAME, plan.label())));
                }
            }
        }
        return routers;
    }

    private CompiledFamily compiledFamily(RouterFamily family, SharedPlan shared, RouterPlanner planner) {
        List<Object> links = links(family);
        CompiledFamily known = memory.family(family.base());
        if (known != null && known.holdsFor(family, links, shared)) {
            return known;
        }
        List<CompiledRouter> routers = new ArrayList<>(1);
        List<Finding> ofFamily = context.findingsOf(
                () -> planner.plan(family).forEach(plan -> routers.add(new CompiledRouter(plan))));
        return new CompiledFamily(family, links, shared, routers, ofFamily);
    }

    private List<Object> links(RouterFamily family) {
        if (family.exceptions().isEmpty()) {
            return Links.of(parts.get(family.base()));
        }
        List<Object> links = new ArrayList<>(Links.of(parts.get(family.base())));
        family.exceptions().forEach(exception -> links.addAll(Links.of(parts.get(exception))));
        return links;
    }

    private static Map<CloudPlan, List<IpPrefix>> hubNetworks(List<RouterSite> sites) {
        Map<CloudPlan, List<IpPrefix>> networks = new LinkedHashMap<>();
        for (RouterSite site : sites) {
            if (site.plan().isHub()) {
                for (Membership membership : site.memberships()) {
                    List<IpPrefix> ofCloud = networks.computeIfAbsent(membership.cloud(), cloud -> new ArrayList<>());
                    site.localNetworks().forEach(network -> ofCloud.add(network.prefix()));
                }
            }
        }
        return networks;
    }

    private List<Scenario> scenarios(RouterDirectory routers, List<Device> devices, List<Host> hosts) {
        if (context.names().all(Kind.SCENARIO).isEmpty()) {
            return List.of();
        }
        EndpointCompiler endpoints = new EndpointCompiler(context, routers, devices, hosts);
        ScenarioCompiler compiler = new ScenarioCompiler(context, endpoints, devices);
        return context.names().all(Kind.SCENARIO).stream()
                .map(element -> compiler.compile((ScenarioDeclaration) element)).toList();
    }

    private String name() {
        for (Element element : unit.model().getElements()) {
            if (element instanceof NetworkDeclaration network && network.getName() != null) {
                return network.getName();
            }
        }
        return unit.defaultName();
    }

    private Origin origin() {
        for (Element element : unit.model().getElements()) {
            if (element instanceof NetworkDeclaration network) {
                return context.origins().of(network, "network " + name());
            }
        }
        return context.origins().range(0, 0, "network " + name());
    }
}
