package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.NAMED_ELEMENT__NAME;

import dmvpn.dsl.linking.Links;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SecretsDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.SecretsFile;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles a model. It reads the model only, works on models that are broken in places, and never throws: whatever
 * resolves is compiled, the rest is left out and reported.
 *
 * <p>What was compiled for the revision before is used again where it would come out the same, as the very same records. A
 * router is made of its own declarations (their texts are the same as long as the objects are), of what routers share
 * ({@link SharedPlan}: new when any element but a router, a host or a scenario is), of what {@link RouterDirectory} answers about
 * other routers ({@link RouterFacts}), and of {@link CloudMembers}. A compiler of routers that reads anything else of
 * the model must add it there. Hosts and scenarios are compiled each time.
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
        unit.parts().forEach(part -> part.element().ifPresent(element -> parts.put(element, part)));
        for (Element element : unit.elements()) {
            if (!(element instanceof RouterDeclaration || element instanceof HostDeclaration
                    || element instanceof ScenarioDeclaration)) {
                sharedElements.add(element);
            }
            findings.addAll(notCompiledYet(element));
        }
        SharedPlan shared = SharedPlan.of(context, sharedElements, memory.shared());
        findings.addAll(shared.findings());
        List<Device> devices = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        RouterDirectory routers = new RouterDirectory(context.names(), memory.routers());
        compileRouters(shared, routers, devices, hosts);
        findings.addAll(context.findingsOf(() -> addHosts(routers, devices, hosts)));
        List<Scenario> scenarios = new ArrayList<>();
        findings.addAll(context.findingsOf(() -> scenarios.addAll(scenarios(shared, routers, devices, hosts))));
        CompiledNetwork network = new CompiledNetwork(name(), shared.transportList(), shared.cloudList(), devices, hosts,
                scenarios, secretsFiles(), origin());
        return new Compilation(network, findings.findings());
    }

    private List<Finding> notCompiledYet(Element element) {
        ModelPart part = parts.get(element);
        return part == null ? List.of() : part.keep(NotSimulatedYet.class, text -> new Findings(
                context.findingsOf(() -> new NotSimulatedYet(context).checkTree(element)))).all;
    }

    /** What the references of an element mean; never twice the same for an element that is in no text. */
    private List<Object> linksOf(Element element) {
        ModelPart part = parts.get(element);
        return part == null ? List.of(new Object()) : Links.of(part);
    }

    private record Findings(List<Finding> all) {
    }

    private void compileRouters(SharedPlan shared, RouterDirectory routers, List<Device> devices, List<Host> hosts) {
        List<CompiledFamily> families = new ArrayList<>(context.names().families().size());
        List<CompiledRouter> compiled = plan(shared, families);
        PlatformCompiler[] platforms = new PlatformCompiler[1];
        findings.addAll(context.findingsOf(() -> platforms[0] = new PlatformCompiler(context, unit.elements())));
        SiteCompiler siteCompiler = new SiteCompiler(context, platforms[0], shared.transports(), shared.clouds());
        List<RouterSite> sites = new ArrayList<>(compiled.size());
        for (CompiledRouter router : compiled) {
            sites.add(router.site(siteCompiler, context));
            findings.addAll(router.siteFindings());
        }
        addTo(routers, sites);
        CloudMembers members = memory.sameMembers(CloudMembers.of(sites));
        DeviceCompiler deviceCompiler = new DeviceCompiler(context, platforms[0],
                new TunnelCompiler(context, new ServerCompiler(context, routers)),
                new ProtectionCompiler(context, shared.suites(), new KeyCompiler(context, routers)),
                new RoutingCompiler(context, members, new RoutingClauseCompiler(context, shared.policies()), routers));
        for (CompiledRouter router : compiled) {
            devices.add(router.device(deviceCompiler, context, routers, members));
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
        if (family.exceptions().isEmpty() && family.base().getUses().isEmpty()) {
            return linksOf(family.base());
        }
        List<Object> links = new ArrayList<>(linksOf(family.base()));
        addLinksOfFragments(family.base(), links);
        family.exceptions().forEach(exception -> {
            links.addAll(linksOf(exception));
            addLinksOfFragments(exception, links);
        });
        return links;
    }

    private void addLinksOfFragments(RouterDeclaration declaration, List<Object> links) {
        Clauses.of(declaration).fragments().forEach(fragment -> links.addAll(linksOf(fragment)));
    }

    /** The hosts that have names, behind those that each local network has anyway. */
    private void addHosts(RouterDirectory routers, List<Device> devices, List<Host> hosts) {
        HostCompiler compiler = new HostCompiler(context, routers);
        for (NamedElement element : context.names().all(Kind.HOST)) {
            boolean taken = devices.stream().anyMatch(device -> device.name().equals(element.getName()))
                    || hosts.stream().anyMatch(host -> host.name().equals(element.getName()));
            if (taken) {
                context.report(TextRules.DUPLICATE_NAME, "A router or a host in a local network is called " + element.getName()
                        + " already", element, NAMED_ELEMENT__NAME, Names.label(element));
            } else {
                compiler.addTo(hosts, (HostDeclaration) element);
            }
        }
    }

    private List<Scenario> scenarios(
            SharedPlan shared, RouterDirectory routers, List<Device> devices, List<Host> hosts) {
        if (context.names().all(Kind.SCENARIO).isEmpty()) {
            return List.of();
        }
        EndpointCompiler endpoints = new EndpointCompiler(context, routers, devices, hosts);
        ScenarioCompiler compiler = new ScenarioCompiler(context, endpoints, devices, shared.transportList());
        return context.names().all(Kind.SCENARIO).stream()
                .flatMap(element -> compiler.compile((ScenarioDeclaration) element).stream()).toList();
    }

    private String name() {
        for (Element element : unit.model().getElements()) {
            if (element instanceof NetworkDeclaration network && network.getName() != null) {
                return network.getName();
            }
        }
        return unit.defaultName();
    }

    private List<SecretsFile> secretsFiles() {
        List<SecretsFile> files = new ArrayList<>(0);
        for (Element element : unit.elements()) {
            if (element instanceof SecretsDeclaration secrets && secrets.getFile() != null) {
                files.add(new SecretsFile(secrets.getFile(), context.origins().of(secrets, "secrets")));
            }
        }
        return files;
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
