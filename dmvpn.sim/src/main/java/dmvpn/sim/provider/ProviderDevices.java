package dmvpn.sim.provider;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.underlay.ProviderRouting;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the routers of one provider: an edge for each line to customers, and one core between them. */
final class ProviderDevices {

    /** Interface of an edge to its customers. */
    private static final String TO_CUSTOMERS = "GigabitEthernet1";
    private static final String TO_CORE = "GigabitEthernet2";

    /** Addresses inside of the provider are reserved ones (RFC 1112 section 4), which no customer can have. */
    private static final Ipv4Address CORE = Ipv4Address.parse("240.0.0.1");
    private static final int INSIDE_LENGTH = 8;

    private final CompiledNetwork network;
    private final Set<String> takenNames;
    private final Transport transport;
    private final ProviderRouting provider;
    private final EdgeRouting routing;

    /** @param takenNames names of all routers so far; what is made here is added */
    ProviderDevices(CompiledNetwork network, Set<String> takenNames, Transport transport, ProviderRouting provider) {
        this.network = network;
        this.takenNames = takenNames;
        this.transport = transport;
        this.provider = provider;
        this.routing = new EdgeRouting(provider);
    }

    void addTo(List<Device> devices, List<ProviderLine> lines) {
        Map<IpAddress, List<CustomerUplink>> edges = edges();
        Set<Long> shared = sharedSystems(edges);
        List<IpAddress> inside = new ArrayList<>();
        List<Device> made = new ArrayList<>();
        edges.forEach((address, customers) -> {
            Ipv4Address own = CORE.plus(inside.size() + 1L);
            inside.add(own);
            Device edge = device(customers.getFirst().device().name(), List.of(
                            attached(TO_CUSTOMERS, new InterfaceAddress(address, customers.getFirst().address().prefixLength()),
                                    customers.getFirst().uplink().mtuBytes()),
                            attached(TO_CORE, new InterfaceAddress(own, INSIDE_LENGTH), transport.mtuBytes())),
                    routing.ofEdge(made.size(), TO_CUSTOMERS, address, CORE, customers, shared));
            made.add(edge);
            customers.forEach(customer -> lines.add(
                    new ProviderLine(customer.device().name(), customer.uplink().name(), edge.name(), TO_CUSTOMERS)));
        });
        if (!made.isEmpty()) {
            devices.add(device("core", List.of(attached(TO_CORE, new InterfaceAddress(CORE, INSIDE_LENGTH), transport.mtuBytes())),
                    routing.ofCore(inside)));
            devices.addAll(made);
        }
    }

    /** Customers by the address of the provider's end of their line; where a router of the model is that end there is no other. */
    private Map<IpAddress, List<CustomerUplink>> edges() {
        List<CustomerUplink> uplinks = network.devices().stream()
                .flatMap(device -> CustomerUplink.of(device, transport.name())).toList();
        Set<IpAddress> taken = uplinks.stream().map(uplink -> uplink.address().address()).collect(Collectors.toSet());
        Map<IpAddress, List<CustomerUplink>> edges = new LinkedHashMap<>();
        for (CustomerUplink uplink : uplinks) {
            IpAddress edge = uplink.edgeAddress();
            if (!taken.contains(edge)) {
                edges.computeIfAbsent(edge, address -> new ArrayList<>()).add(uplink);
            }
        }
        return edges;
    }

    /** Systems of customers at more than one edge: without the provider's help their loop check drops each other's routes. */
    private static Set<Long> sharedSystems(Map<IpAddress, List<CustomerUplink>> edges) {
        Set<Long> seen = new HashSet<>();
        Set<Long> shared = new HashSet<>();
        edges.forEach((address, customers) -> customers.stream().flatMap(customer -> customer.autonomousSystemTowards(address).stream())
                .distinct().filter(system -> !seen.add(system)).forEach(shared::add));
        return shared;
    }

    private NetworkInterface attached(String name, InterfaceAddress address, int mtuBytes) {
        return new NetworkInterface(name, InterfaceKind.WAN, Optional.empty(),
                new AddressAssignment.Static(address, Optional.empty(), provider.origin()), Optional.of(transport.name()), mtuBytes, true,
                provider.origin());
    }

    /** A provider's routers may be anybody's: they do what FRRouting does, which has no rules of its own about the edge. */
    private Device device(String at, List<NetworkInterface> interfaces, RoutingConfiguration configuration) {
        String name = transport.name() + "-" + at;
        while (!takenNames.add(name)) {
            name += "-edge";
        }
        return new Device(name, name, DeviceRole.ROUTER, new Platform(Vendor.FRR, "", provider.origin()), List.of(), interfaces,
                List.of(), CryptoConfiguration.NONE, configuration, List.of(), provider.origin());
    }
}
