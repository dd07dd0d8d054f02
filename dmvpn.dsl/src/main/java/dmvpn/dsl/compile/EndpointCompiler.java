package dmvpn.dsl.compile;

import dmvpn.dsl.linking.DmvpnLinker;
import dmvpn.dsl.scenario.Endpoint;
import dmvpn.dsl.scenario.SweepVariable;
import dmvpn.dsl.model.HostDeclaration;
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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds out which addresses and routers the words of a scenario mean. */
final class EndpointCompiler {

    private static final String PARTS = "lan (the host behind the router), tunnel, wan or loopback";

    private final CompileContext context;
    private final RouterDirectory routers;
    private final ModelRouters model;
    // Keyed by identity and used for look-ups only.
    private final Map<EObject, StatementText> texts = new IdentityHashMap<>();
    private Bindings bindings = Bindings.NONE;

    EndpointCompiler(CompileContext context, RouterDirectory routers, ModelRouters model) {
        this.context = context;
        this.routers = routers;
        this.model = model;
    }

    /** Lets the variables of sweeps stand for these routers from now on. */
    void bind(Bindings newBindings) {
        bindings = newBindings;
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
        if (written.getRouter() instanceof HostDeclaration host) {
            return host(written, host, label);
        }
        return endpoint(written, written.getPart() == null ? "lan" : written.getPart(), label);
    }

    /**
     * The address by which a router is a next hop: that of its tunnel unless the text says another part.
     *
     * @return empty with a finding, or silently for nothing
     */
    Optional<IpAddress> nextHop(Endpoint written, String label) {
        if (written == null) {
            return Optional.empty();
        }
        String literal = DmvpnLinker.literalAddress(written);
        if (literal != null) {
            Optional<IpAddress> address = IpAddress.tryParse(literal);
            if (address.isEmpty()) {
                context.report(TextRules.VALUE, "'" + literal + "' is not an address such as 10.0.0.1", written, label);
            }
            return address;
        }
        return (written.getPart() != null ? endpoint(written, label) : endpoint(written, "tunnel", label))
                .map(dmvpn.network.scenario.Endpoint::address);
    }

    private Optional<dmvpn.network.scenario.Endpoint> endpoint(Endpoint written, String part, String label) {
        Optional<Device> device = device(written, written.getRouter(), written.getMember(), label);
        if (device.isEmpty()) {
            return Optional.empty();
        }
        Optional<IpAddress> address = address(device.get(), part);
        if (address.isEmpty()) {
            context.report(TextRules.SCENARIO, whyNoAddress(device.get(), part), written, label);
        }
        return address.map(found -> at(written, device.get().name(), found, label));
    }

    /** A host that the model names; silently nothing when it has no sound place, which has a finding. */
    private Optional<dmvpn.network.scenario.Endpoint> host(Endpoint written, HostDeclaration declaration, String label) {
        if (written.getPart() != null || written.getMember() != null) {
            context.report(TextRules.SCENARIO, declaration.getName() + " is a host, which has one address: write the name alone",
                    written, label);
            return Optional.empty();
        }
        return model.hosts().stream().filter(host -> host.name().equals(declaration.getName())).findFirst()
                .map(host -> at(written, host.device(), host.address().address(), label));
    }

    /** The name of the one router that is meant. */
    Optional<String> router(RouterReference reference, String label) {
        return reference == null ? Optional.empty()
                : device(reference, label).map(Device::name);
    }

    /** The one router that is meant. */
    Optional<Device> device(RouterReference reference, String label) {
        return reference == null ? Optional.empty()
                : device(reference, reference.getRouter(), reference.getMember(), label);
    }

    /** The routers that an endpoint without a part names: one, or all members of a family. */
    List<String> routers(Endpoint written, String label) {
        if (written == null) {
            return List.of();
        }
        if (written.getMember() == null && written.getRouter() instanceof RouterDeclaration declaration) {
            return routers.all(declaration).stream().map(site -> site.plan().name()).filter(model::has).toList();
        }
        return device(written, written.getRouter(), written.getMember(), label).map(Device::name).stream().toList();
    }

    private Optional<Device> device(EObject owner, EObject target, String member, String label) {
        if (target instanceof SweepVariable variable) {
            if (member != null) {
                context.report(TextRules.WRONG_TARGET, variable.getName() + " stands for one router: drop the brackets", owner, label);
                return Optional.empty();
            }
            return bindings.of(variable);
        }
        if (!(target instanceof RouterDeclaration declaration)) {
            return Optional.empty();
        }
        Optional<RouterSite> site = routers.one(declaration, member);
        if (site.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, routers.whyNone(declaration, member), owner, label);
        }
        return site.flatMap(found -> model.named(found.plan().name()));
    }

    private Optional<IpAddress> address(Device device, String part) {
        return switch (part) {
            case "lan" -> model.hostsOf(device).stream().findFirst().map(host -> host.address().address());
            case "tunnel" -> device.tunnels().stream().findFirst().map(tunnel -> tunnel.address().address());
            case "wan" -> fixed(device, InterfaceKind.WAN);
            case "loopback" -> fixed(device, InterfaceKind.LOOPBACK);
            default -> device.interfaces().stream()
                    .filter(candidate -> candidate.name().equals(part) || candidate.transport().filter(part::equals).isPresent())
                    .flatMap(EndpointCompiler::configured).findFirst();
        };
    }

    /**
     * The interface that a part of a router means: {@code wan}, {@code lan}, {@code tunnel} or {@code loopback} when there
     * is one only, else the name of an interface, or of the transport or cloud that it leads to.
     *
     * @param feature where the part is written
     * @return empty with a finding
     */
    Optional<String> interfaceOf(Device device, String part, EObject owner, EStructuralFeature feature, String label) {
        List<String> meant = switch (part) {
            case "wan" -> named(device, candidate -> candidate.kind() == InterfaceKind.WAN);
            case "lan" -> named(device, candidate -> candidate.kind() == InterfaceKind.LAN);
            case "loopback" -> named(device, candidate -> candidate.kind() == InterfaceKind.LOOPBACK);
            case "tunnel" -> device.tunnels().stream().map(TunnelInterface::name).toList();
            default -> Stream.concat(
                    named(device, candidate -> candidate.name().equals(part) || candidate.transport().filter(part::equals).isPresent())
                            .stream(),
                    device.tunnels().stream().filter(tunnel -> tunnel.name().equals(part) || tunnel.cloud().equals(part))
                            .map(TunnelInterface::name)).toList();
        };
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst());
        }
        context.report(TextRules.SCENARIO, meant.isEmpty()
                ? device.reference() + " has no '" + part + "': expected wan, lan, tunnel, loopback, or the name of an interface, "
                        + "transport or cloud"
                : device.reference() + " has several: name the one that is meant, " + String.join(" or ", meant)
                        + ", or its transport or cloud", owner, feature, label);
        return Optional.empty();
    }

    private static List<String> named(Device device, Predicate<NetworkInterface> condition) {
        return device.interfaces().stream().filter(condition).map(NetworkInterface::name).toList();
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
        Optional<String> owner = model.devices().stream().filter(device -> hasAddress(device, address)).map(Device::name).min(String::compareTo);
        return owner.or(() -> model.devices().stream().filter(device -> isBehind(device, address)).map(Device::name)
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

    /** How an element is written, blanks and comments reduced to single blanks, variables replaced by their routers. */
    String text(EObject written) {
        return texts.computeIfAbsent(written, StatementText::of).in(bindings);
    }
}
