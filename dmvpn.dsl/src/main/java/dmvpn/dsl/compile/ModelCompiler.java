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
import dmvpn.network.lists.JoinedList;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.Collection;
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
 *
 * <p>Of a long {@link MemberRun} of alike members a few are compiled here; {@link MembersOnDemand} compiles the others for
 * whoever asks, under the lock of the memory.
 */
public final class ModelCompiler {

    private final CompileContext context;
    private final CompileMemory memory;
    private final CompileUnit unit;
    private final FindingCollector findings = new FindingCollector();
    // Keyed by identity and used for look-ups only.
    private final Map<Element, ModelPart> parts = new IdentityHashMap<>();
    /** Null until the first router needs it. */
    private PlatformCompiler platforms;

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
     * @param memory what is known from the revision before, and is told to the next; the caller holds its lock
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
        RouterDirectory routers = new RouterDirectory(context.names(), memory.routers());
        ModelRouters model = compileRouters(shared, routers);
        findings.addAll(context.findingsOf(() -> addHosts(routers, model)));
        findings.addAll(context.findingsOf(() -> new UnusedRanges(context).check(shared.clouds().values(), model.devices())));
        List<Scenario> scenarios = new ArrayList<>();
        findings.addAll(context.findingsOf(() -> scenarios.addAll(scenarios(shared, routers, model))));
        CompiledNetwork network = new CompiledNetwork(name(), shared.transportList(), shared.cloudList(), model.devices(),
                model.hosts(), scenarios, secretsFiles(), origin());
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

    private ModelRouters compileRouters(SharedPlan shared, RouterDirectory routers) {
        List<CompiledFamily> planned = plan(shared);
        List<CompiledFamily> families = withoutTakenNames(planned);
        MembersOnDemand onDemand = new MembersOnDemand(memory, context, platforms(), shared, routers);
        CloudMembers members = memory.sameMembers(CloudMembers.of(compileSites(families, shared, routers, onDemand)));
        onDemand.know(members);
        DeviceCompiler compiler = DeviceCompiler.of(context, platforms(), shared, routers, members);
        ModelRouters model = new ModelRouters();
        for (CompiledFamily family : families) {
            context.enterFamily(family.family().isFamily());
            for (MemberRun run : family.runs()) {
                List<Device> devices = new ArrayList<>(run.routers().size());
                run.routers().forEach(router -> devices.add(router.device(compiler, context, routers, members)));
                run.addFindings(CompiledRouter::deviceFindings, findings);
                if (run.others().length > 0) {
                    model.addAlike(run, run.devices(devices, onDemand));
                } else {
                    for (int index = 0; index < devices.size(); index++) {
                        model.add(devices.get(index), run.routers().get(index).hosts());
                    }
                }
            }
        }
        context.enterFamily(false);
        memory.remember(shared, planned, routers);
        return model;
    }

    /** The interfaces and memberships of all routers that are compiled at once, which the directory then knows. */
    private List<RouterSite> compileSites(List<CompiledFamily> families, SharedPlan shared, RouterDirectory routers,
            MembersOnDemand onDemand) {
        SiteCompiler compiler = new SiteCompiler(context, platforms(), shared.transports(), shared.clouds());
        List<RouterSite> all = new ArrayList<>(families.size());
        for (CompiledFamily family : families) {
            context.enterFamily(family.family().isFamily());
            List<List<RouterSite>> sites = new ArrayList<>(family.runs().size());
            for (MemberRun run : family.runs()) {
                List<RouterSite> ofRun = new ArrayList<>(run.routers().size());
                run.routers().forEach(router -> ofRun.add(router.site(compiler, context)));
                run.addFindings(CompiledRouter::siteFindings, findings);
                all.addAll(ofRun);
                sites.add(run.sites(ofRun, onDemand));
            }
            routers.add(family.family().base(), sites.size() == 1 ? sites.getFirst() : JoinedList.of(sites), family.numbers());
        }
        context.enterFamily(false);
        return all;
    }

    private PlatformCompiler platforms() {
        if (platforms == null) {
            findings.addAll(context.findingsOf(() -> platforms = new PlatformCompiler(context, unit.elements(), unit.platform())));
        }
        return platforms;
    }

    /** The routers of all families. */
    private List<CompiledFamily> plan(SharedPlan shared) {
        RouterPlanner planner = new RouterPlanner(context);
        Collection<RouterFamily> declared = context.names().families();
        List<CompiledFamily> families = new ArrayList<>(declared.size());
        HostNamesOfFamilies ofFamilies = HostNamesOfFamilies.of(declared);
        for (RouterFamily family : declared) {
            context.enterFamily(family.isFamily());
            CompiledFamily compiled = compiledFamily(family, shared, planner, ofFamilies.areItsOwn(family));
            findings.addAll(compiled.findings());
            families.add(compiled);
        }
        context.enterFamily(false);
        return families;
    }

    /** The families without routers whose host name another has already. */
    private List<CompiledFamily> withoutTakenNames(List<CompiledFamily> families) {
        Set<String> hostNames = HashSet.newHashSet(families.size());
        List<CompiledFamily> left = new ArrayList<>(families.size());
        families.forEach(family -> left.add(family.without(router -> isTaken(router.plan(), hostNames))));
        return left;
    }

    private boolean isTaken(RouterPlan plan, Set<String> hostNames) {
        if (hostNames.add(plan.name())) {
            return false;
        }
        findings.addAll(context.findingsOf(() -> context.report(TextRules.DUPLICATE_NAME, plan.reference()
                + " has the host name " + plan.name() + ", which another router has already", plan.base(),
                NAMED_ELEMENT__NAME, plan.label())));
        return true;
    }

    private CompiledFamily compiledFamily(RouterFamily family, SharedPlan shared, RouterPlanner planner, boolean namesAreItsOwn) {
        List<Object> links = links(family);
        CompiledFamily known = memory.family(family.base());
        if (known != null && known.holdsFor(family, links, shared, namesAreItsOwn)) {
            return known;
        }
        List<MemberRun> runs = new ArrayList<>(1);
        List<Finding> ofFamily = context.findingsOf(
                () -> runs.addAll(FamilyRuns.of(family, planner, shared, namesAreItsOwn)));
        return new CompiledFamily(family, links, shared, namesAreItsOwn, runs, ofFamily);
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
    private void addHosts(RouterDirectory routers, ModelRouters model) {
        if (context.names().all(Kind.HOST).isEmpty()) {
            return;
        }
        HostCompiler compiler = new HostCompiler(context, routers);
        List<Host> hosts = new ArrayList<>(model.hosts());
        for (NamedElement element : context.names().all(Kind.HOST)) {
            boolean taken = model.has(element.getName())
                    || hosts.stream().anyMatch(host -> host.name().equals(element.getName()));
            if (taken) {
                context.report(TextRules.DUPLICATE_NAME, "A router or a host in a local network is called " + element.getName()
                        + " already", element, NAMED_ELEMENT__NAME, Names.label(element));
            } else {
                compiler.addTo(hosts, (HostDeclaration) element);
            }
        }
        model.useHosts(hosts);
    }

    private List<Scenario> scenarios(SharedPlan shared, RouterDirectory routers, ModelRouters model) {
        if (context.names().all(Kind.SCENARIO).isEmpty()) {
            return List.of();
        }
        EndpointCompiler endpoints = new EndpointCompiler(context, routers, model);
        ScenarioCompiler compiler = new ScenarioCompiler(context, endpoints, model, shared.transportList());
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
