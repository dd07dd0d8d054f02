package dmvpn.sim.underlay;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.trace.TraceRecorder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The devices that translate addresses between uplinks and transports, and the DHCP servers of both. Uplinks with one
 * configured outside address on one transport are behind one device; each other translated uplink has a device of its own,
 * which leases its outside address from the transport.
 */
final class UplinkDevices {

    private final Scheduler scheduler;
    private final TraceRecorder trace;
    private final Map<String, DhcpServer> ofTransports = new LinkedHashMap<>();
    private final Map<String, AddressTranslator> translators = new LinkedHashMap<>();
    /** By uplink, like what follows: looked up, never iterated. */
    private final Map<String, AddressTranslator> translatorOf = new HashMap<>();
    private final Map<String, DhcpServer> serverOf = new HashMap<>();
    /** By translating device. */
    private final Map<String, DhcpServer> insideServers = new HashMap<>();

    UplinkDevices(CompiledNetwork network, Function<String, Optional<Segment>> transports, Scheduler scheduler,
            TraceRecorder trace) {
        this.scheduler = scheduler;
        this.trace = trace;
        network.transports().forEach(transport -> transport.dhcpPool().ifPresent(pool -> ofTransports.put(
                transport.name(), new DhcpServer(pool, configuredAddresses(network, transport.name())))));
        for (Device device : network.devices()) {
            for (NetworkInterface uplink : device.interfaces()) {
                uplink.transport().flatMap(transports).ifPresent(transport -> add(network, device, uplink, transport));
            }
        }
    }

    /** Names an uplink. */
    static String key(String device, String interfaceName) {
        return device + "/" + interfaceName;
    }

    private void add(CompiledNetwork network, Device device, NetworkInterface uplink, Segment transport) {
        String key = key(device.name(), uplink.name());
        Optional<AddressTranslation> translation = uplink.translation();
        if (translation.isPresent()) {
            String deviceKey = translation.get().outside().map(outside -> transport.name() + "/" + outside).orElse(key);
            translatorOf.put(key, translators.computeIfAbsent(deviceKey, absent -> translator(translation.get(), transport, key)));
            if (isLeased(uplink)) {
                // Each device leases from its own inside prefix.
                DhcpServer server = insideServers.computeIfAbsent(deviceKey, absent ->
                        new DhcpServer(translation.get().inside(), insideAddresses(network, transport.name())));
                server.reserve(key);
                serverOf.put(key, server);
            }
        } else if (isLeased(uplink)) {
            Optional.ofNullable(ofTransports.get(transport.name())).ifPresent(server -> {
                server.reserve(key);
                serverOf.put(key, server);
            });
        }
    }

    private AddressTranslator translator(AddressTranslation translation, Segment transport, String key) {
        Optional<IpAddress> outside = translation.outside();
        if (outside.isEmpty()) {
            DhcpServer server = ofTransports.get(transport.name());
            if (server != null) {
                server.reserve(key);
                outside = server.lease(key).map(lease -> lease.address().address());
            }
        }
        AddressTranslator made = switch (translation.kind()) {
            case STATIC -> new StaticTranslator(transport, outside, translation.origin());
            case PORT_ADDRESS -> new PortTranslator(transport, outside, translation.origin(), scheduler, trace);
        };
        transport.attach(made, Optional.empty());
        return made;
    }

    private static boolean isLeased(NetworkInterface uplink) {
        return uplink.assignment() instanceof AddressAssignment.Dhcp;
    }

    /** What is configured on a transport: addresses of uplinks, outside addresses and gateways. */
    private static Set<IpAddress> configuredAddresses(CompiledNetwork network, String transport) {
        Set<IpAddress> taken = new HashSet<>();
        for (NetworkInterface uplink : uplinks(network, transport)) {
            if (uplink.translation().isPresent()) {
                uplink.translation().get().outside().ifPresent(taken::add);
            } else {
                addConfigured(uplink, taken);
            }
        }
        return taken;
    }

    private static Set<IpAddress> insideAddresses(CompiledNetwork network, String transport) {
        Set<IpAddress> taken = new HashSet<>();
        uplinks(network, transport).stream().filter(uplink -> uplink.translation().isPresent())
                .forEach(uplink -> addConfigured(uplink, taken));
        return taken;
    }

    private static List<NetworkInterface> uplinks(CompiledNetwork network, String transport) {
        return network.devices().stream().flatMap(device -> device.interfaces().stream())
                .filter(uplink -> uplink.transport().filter(transport::equals).isPresent()).toList();
    }

    private static void addConfigured(NetworkInterface uplink, Set<IpAddress> taken) {
        if (uplink.assignment() instanceof AddressAssignment.Static fixed) {
            taken.add(fixed.address().address());
            fixed.gateway().ifPresent(taken::add);
        }
    }

    /** The device that an uplink is behind. */
    Optional<AddressTranslator> translatorOf(String device, String interfaceName) {
        return Optional.ofNullable(translatorOf.get(key(device, interfaceName)));
    }

    /** The lease of an uplink, from the device that it is behind or else from the transport. */
    Optional<LeasedAddress> lease(Attachment attachment) {
        String key = key(attachment.device(), attachment.interfaceName());
        return Optional.ofNullable(serverOf.get(key)).flatMap(server -> server.lease(key));
    }

    /** Gives an uplink another lease. */
    Optional<LeasedAddress> renumber(Attachment attachment, Optional<IpAddress> wanted) {
        String key = key(attachment.device(), attachment.interfaceName());
        return Optional.ofNullable(serverOf.get(key)).flatMap(server -> server.renumber(key, wanted));
    }

    /**
     * The transport gives the device that an uplink is behind another lease.
     *
     * @return false when the device has no lease, or the address is not free
     */
    boolean renumberOutside(Attachment attachment, Optional<IpAddress> wanted) {
        String key = key(attachment.device(), attachment.interfaceName());
        Optional<LeasedAddress> lease = Optional.ofNullable(ofTransports.get(attachment.segment().name()))
                .flatMap(server -> server.renumber(key, wanted));
        lease.ifPresent(found -> attachment.translator().orElseThrow().changeOutside(found.address().address()));
        return lease.isPresent();
    }
}
