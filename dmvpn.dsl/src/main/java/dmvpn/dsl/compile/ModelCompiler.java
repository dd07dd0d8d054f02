package dmvpn.dsl.compile;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.ScenarioDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Host;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles a model. It reads the model only, works on models that are broken in places, and never throws: whatever
 * resolves is compiled, the rest is left out and reported.
 */
public final class ModelCompiler {

    private final CompileContext context;
    private final Model model;
    private final String defaultName;

    // Keyed by identity and used for look-ups only.
    private final Map<TransportDeclaration, Transport> transports = new IdentityHashMap<>();
    private final Map<CryptoDeclaration, CryptoPlan> cryptoPlans = new IdentityHashMap<>();
    private final Map<CloudDeclaration, CloudPlan> cloudPlans = new IdentityHashMap<>();
    private final List<Transport> transportList = new ArrayList<>();
    private final List<CloudPlan> cloudList = new ArrayList<>();

    private ModelCompiler(Model model, ModelNames names, Origins origins, String defaultName) {
        this.model = model;
        this.context = new CompileContext(names, origins, new FindingCollector());
        this.defaultName = defaultName;
    }

    /**
     * Compiles a linked model.
     *
     * @param model the model
     * @param names its names
     * @param origins places in its text
     * @param defaultName name of the network when the model has none
     */
    public static Compilation compile(Model model, ModelNames names, Origins origins, String defaultName) {
        return new ModelCompiler(model, names, origins, defaultName).compile();
    }

    private Compilation compile() {
        compileShared();
        PlatformCompiler platforms = new PlatformCompiler(context, model);
        SiteCompiler siteCompiler = new SiteCompiler(context, platforms, transports, cloudPlans);
        RouterDirectory routers = new RouterDirectory();
        List<RouterSite> sites = new ArrayList<>();
        for (RouterPlan plan : new RouterPlanner(context).plan()) {
            RouterSite site = siteCompiler.compile(plan);
            sites.add(site);
            routers.add(site);
        }
        DeviceCompiler deviceCompiler = new DeviceCompiler(context, platforms,
                new TunnelCompiler(context, new ServerCompiler(context, routers)),
                new RoutingCompiler(context, hubNetworks(sites)));
        List<Device> devices = new ArrayList<>(sites.size());
        List<Host> hosts = new ArrayList<>(sites.size());
        for (RouterSite site : sites) {
            devices.add(deviceCompiler.compile(site));
            addHosts(site, hosts);
        }
        CompiledNetwork network = new CompiledNetwork(name(), transportList,
                cloudList.stream().map(CloudPlan::cloud).toList(), devices, hosts,
                scenarios(routers, devices, hosts), origin());
        return new Compilation(network, context.findings().findings());
    }

    private void compileShared() {
        TransportCompiler transportCompiler = new TransportCompiler(context);
        CryptoCompiler cryptoCompiler = new CryptoCompiler(context);
        for (var element : context.names().all(Kind.TRANSPORT)) {
            TransportDeclaration declaration = (TransportDeclaration) element;
            Transport transport = transportCompiler.compile(declaration);
            transports.put(declaration, transport);
            transportList.add(transport);
        }
        for (var element : context.names().all(Kind.CRYPTO)) {
            cryptoPlans.put((CryptoDeclaration) element, cryptoCompiler.compile((CryptoDeclaration) element));
        }
        CloudCompiler cloudCompiler = new CloudCompiler(context, cryptoPlans);
        int position = 0;
        for (var element : context.names().all(Kind.CLOUD)) {
            position++;
            cloudCompiler.compile((CloudDeclaration) element, position).ifPresent(plan -> {
                cloudPlans.put(plan.declaration(), plan);
                cloudList.add(plan);
            });
        }
    }

    private static Map<CloudPlan, List<IpPrefix>> hubNetworks(List<RouterSite> sites) {
        Map<CloudPlan, List<IpPrefix>> networks = new IdentityHashMap<>();
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

    private static void addHosts(RouterSite site, List<Host> hosts) {
        int index = 0;
        for (LocalNetwork network : site.localNetworks()) {
            String name = site.plan().name() + "-lan" + (index == 0 ? "" : Integer.toString(index + 1));
            index++;
            network.hostAddress().ifPresent(address -> hosts.add(new Host(name, site.plan().name(),
                    network.networkInterface().name(), address, network.networkInterface().origin())));
        }
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
        for (Element element : model.getElements()) {
            if (element instanceof NetworkDeclaration network && network.getName() != null) {
                return network.getName();
            }
        }
        return defaultName;
    }

    private Origin origin() {
        for (Element element : model.getElements()) {
            if (element instanceof NetworkDeclaration network) {
                return context.origins().of(network, "network " + name());
            }
        }
        return context.origins().range(0, 0, "network " + name());
    }
}
