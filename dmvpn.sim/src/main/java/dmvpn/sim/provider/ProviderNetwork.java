package dmvpn.sim.provider;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.underlay.ProviderRouting;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network with the routers of its providers: of each transport whose provider speaks a routing protocol with its customers
 * (RFC 4364 section 7). A transport of which the model does not say so connects its attachments directly.
 *
 * @param devices the routers of the model in their order, then those of the providers
 * @param lines lines between customers and provider
 * @param providerDevices names of the routers of the providers
 */
public record ProviderNetwork(List<Device> devices, List<ProviderLine> lines, Set<String> providerDevices) {

    /** Keeps immutable copies, but for the routers, of which many may not be made yet. */
    public ProviderNetwork {
        lines = List.copyOf(lines);
        providerDevices = Set.copyOf(providerDevices);
    }

    /** The routers of a network and those of its providers; the same for the same network. */
    public static ProviderNetwork of(CompiledNetwork network) {
        List<Transport> provided = network.transports().stream()
                .filter(transport -> transport.provider().flatMap(ProviderRouting::protocolWithCustomers).isPresent()).toList();
        if (provided.isEmpty()) {
            return new ProviderNetwork(network.devices(), List.of(), Set.of());
        }
        List<Device> added = new ArrayList<>();
        List<ProviderLine> lines = new ArrayList<>();
        Set<String> takenNames = new HashSet<>();
        network.devices().forEach(device -> takenNames.add(device.name()));
        provided.forEach(transport ->
                new ProviderDevices(network, takenNames, transport, transport.provider().orElseThrow()).addTo(added, lines));
        Set<String> names = new HashSet<>();
        added.forEach(device -> names.add(device.name()));
        List<Device> devices = new ArrayList<>(network.devices());
        devices.addAll(added);
        return new ProviderNetwork(devices, lines, names);
    }
}
