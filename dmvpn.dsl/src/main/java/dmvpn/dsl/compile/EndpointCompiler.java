package dmvpn.dsl.compile;

import dmvpn.dsl.linking.DmvpnLinker;
import dmvpn.dsl.scenario.Endpoint;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.RouterReference;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Finds out which addresses and routers the words of a scenario mean. */
final class EndpointCompiler {

    private static final String PARTS = "lan (the host behind the router), tunnel, wan or loopback";

    private final CompileContext context;
    private final RouterDirectory routers;
    private final Map<String, Device> devices = new HashMap<>();
    private final Map<String, List<Host>> hosts = new HashMap<>();

    EndpointCompiler(CompileContext context, RouterDirectory routers, List<Device> devices, List<Host> hosts) {
        this.context = context;
        this.routers = routers;
        devices.forEach(device -> this.devices.put(device.name(), device));
        hosts.forEach(host -> this.hosts.computeIfAbsent(host.device(), key -> new ArrayList<>(1)).add(host));
    }

    /** The endpoint, or empty with a finding (or silently when its router is not linked, which has a finding). */
    Optional<dmvpn.network.scenario.Endpoint> endpoint(Endpoint written, String label) {
        if (written == null) {
            return Optional.empty();
        }
        String literal = DmvpnLinker.literalAddress(written);
        if (literal != null) {
            return literal(written, literal, label);
        }
        Optional<Device> device = device(written, routerOf(written.getRouter()), written.getMember(), label);
        if (device.isEmpty()) {
            return Optional.empty();
        }
        String part = written.getPart() == null ? "lan" : written.getPart();
        Optional<IpAddress> address = address(device.get(), part);
        if (address.isEmpty()) {
            context.report(TextRules.SCENARIO, whyNoAddress(device.get(), part), written, label);
        }
        return address.map(found -> at(written, device.get().name(), found, label));
    }

    /** The name of the one router that is meant. */
    Optional<String> router(RouterReference reference, String label) {
        return reference == null ? Optional.empty()
                : device(reference, routerOf(reference.getRouter()), reference.getMember(), label).map(Device::name);
    }

    /** The routers that an endpoint without a part names: one, or all members of a family. */
    List<String> routers(Endpoint written, String label) {
        RouterDeclaration declaration = written == null ? null : routerOf(written.getRouter());
        if (declaration == null) {
            return List.of();
        }
        if (written.getMember() == null) {
            return routers.all(declaration).stream().map(site -> site.plan().name()).filter(devices::containsKey).toList();
        }
        return device(written, routerOf(written.getRouter()), written.getMember(), label).map(Device::name).stream().toList();
    }

    /** The router that a reference means; null for nothing, and for the variable of a sweep. */
    private static RouterDeclaration routerOf(EObject target) {
        return target instanceof RouterDeclaration router ? router : null;
    }

    private Optional<Device> device(EObject owner, RouterDeclaration declaration, String member, String label) {
        if (declaration == null) {
            return Optional.empty();
        }
        Optional<RouterSite> site = routers.one(declaration, member);
        if (site.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, routers.whyNone(declaration, member), owner, label);
        }
        return site.map(found -> devices.get(found.plan().name()));
    }

    private Optional<IpAddress> address(Device device, String part) {
        return switch (part) {
            case "lan" -> hosts.getOrDefault(device.name(), List.of()).stream().findFirst().map(host -> host.address().address());
            case "tunnel" -> device.tunnels().stream().findFirst().map(tunnel -> tunnel.address().address());
            case "wan" -> fixed(device, InterfaceKind.WAN);
            case "loopback" -> fixed(device, InterfaceKind.LOOPBACK);
            default -> Optional.empty();
        };
    }

    private static Optional<IpAddress> fixed(Device device, InterfaceKind kind) {
        return device.interfaces().stream().filter(candidate -> candidate.kind() == kind)
                .flatMap(EndpointCompiler::configured).findFirst();
    }

    private static Stream<IpAddress> configured(NetworkInterface candidate) {
        return candidate.assignment() instanceof AddressAssignment.Static address
                ? Stream.of(address.address().address())
                : Stream.empty();
    }

    private static String whyNoAddress(Device device, String part) {
        return switch (part) {
            case "lan", "tunnel", "wan", "loopback" -> device.reference() + " has no " + part + " with a fixed address";
            default -> "'" + part + "' is no part of a router: expected " + PARTS;
        };
    }

    private Optional<dmvpn.network.scenario.Endpoint> literal(Endpoint written, String text, String label) {
        Optional<IpAddress> address = IpAddress.tryParse(text);
        if (address.isEmpty()) {
            context.report(TextRules.VALUE, "'" + text + "' is not an address such as 10.0.0.1", written, label);
            return Optional.empty();
        }
        Optional<String> device = deviceOf(address.get());
        if (device.isEmpty()) {
            context.report(TextRules.SCENARIO, "No router has the address " + text + " or a local network with it", written, label);
        }
        return device.map(name -> at(written, name, address.get(), label));
    }

    private Optional<String> deviceOf(IpAddress address) {
        Optional<String> owner = devices.values().stream().filter(device -> hasAddress(device, address)).map(Device::name).min(String::compareTo);
        return owner.or(() -> devices.values().stream().filter(device -> isBehind(device, address)).map(Device::name)
                .min(String::compareTo));
    }

    private static boolean hasAddress(Device device, IpAddress address) {
        return device.tunnels().stream().map(TunnelInterface::address).anyMatch(own -> own.address().equals(address))
                || device.interfaces().stream().flatMap(EndpointCompiler::configured).anyMatch(address::equals);
    }

    private static boolean isBehind(Device device, IpAddress address) {
        return device.interfaces().stream()
                .filter(candidate -> candidate.kind() == InterfaceKind.LAN)
                .anyMatch(candidate -> candidate.assignment() instanceof AddressAssignment.Static configured
                        && configured.address().prefix().contains(address));
    }

    private dmvpn.network.scenario.Endpoint at(Endpoint written, String device, IpAddress address, String label) {
        return new dmvpn.network.scenario.Endpoint(text(written), device, address, context.origins().of(written, label));
    }

    /** How an element is written, blanks and comments reduced to single blanks. */
    static String text(EObject written) {
        return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(written)).replaceAll("\\s+", " ").strip();
    }
}
