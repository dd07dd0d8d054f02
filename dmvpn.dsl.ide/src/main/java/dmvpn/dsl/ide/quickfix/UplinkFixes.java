package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Place.around;
import static dmvpn.dsl.ide.quickfix.Remedy.change;
import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.removeElement;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.model.BlockClause;
import dmvpn.dsl.model.BlockTerm;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.PolicyRouteClause;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Mends of rules on uplinks, on the routing below the tunnels, and on VRFs. */
final class UplinkFixes {

    private static final Remedy FRONT_DOOR = UplinkFixes::frontDoorVrfs;
    private static final Remedy GATEWAY = write(Place.WAN, "gateway", UplinkFixes::gateways);

    private UplinkFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.choice("R-UL-01", FRONT_DOOR),
                RuleFix.choice("R-UL-02", removeElement(around(PolicyRouteClause.class))),
                RuleFix.choice("R-UL-03", remove(Place.JOIN, "route-via")),
                RuleFix.choice("R-UL-04", remove(Place.JOIN, "route-via")),
                RuleFix.certain("R-UL-05", UplinkFixes::mandatory),
                RuleFix.choice("R-UL-06", FRONT_DOOR),
                RuleFix.choice("R-UL-09", removeElement(around(BlockTerm.class)).or(removeElement(around(BlockClause.class)))),
                RuleFix.certain("R-UL-10", write(Place.WAN, "reverse-path", "loose")),
                RuleFix.certain("R-UL-12", change(Place.TUNNEL, "keepalive", "if-state on")),
                RuleFix.choice("R-UL-13", write(Place.TRANSPORT, "kind", "mpls-vpn")),
                RuleFix.choice("R-UL-15", GATEWAY),
                RuleFix.choice("R-PH-15", GATEWAY),
                RuleFix.choice("R-SEC-24", Remedy.of(UplinkFixes::translateStatically)),
                RuleFix.choice("R-VR-01", write(Place.JOIN, "vrf", problem -> problem.element(JoinClause.class)
                        .map(JoinClause::getCloud).map(CloudDeclaration::getName).map(UplinkFixes::capitals).stream())),
                RuleFix.choice("R-VR-02", UplinkFixes::globalTable),
                RuleFix.choice("R-VR-03", FRONT_DOOR),
                RuleFix.certain("R-VR-04", write(around(RouteClause.class), "interface", UplinkFixes::uplinks)));
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Puts each uplink of the router that has no VRF into one of its own, called like its transport. */
    private static Stream<Mend> frontDoorVrfs(Problem problem) {
        List<Change> changes = new ArrayList<>();
        problem.element(RouterDeclaration.class).stream().flatMap(router -> router.getWans().stream())
                .filter(wan -> wan.getVrf() == null && wan.getTransport() != null && wan.getTransport().getName() != null)
                .forEach(wan -> ElementText.of(wan).ifPresent(text ->
                        changes.add(text.adding("vrf " + capitals(wan.getTransport().getName())))));
        return changes.isEmpty() ? Stream.empty() : Stream.of(new Mend(changes.size() == 1
                ? "Put the uplink into a front-door VRF" : "Put each uplink into a VRF of its own", changes));
    }

    private static Stream<Mend> mandatory(Problem problem) {
        return Place.JOIN.in(problem).flatMap(join -> ElementText.of(join).stream())
                .flatMap(text -> text.setting("route-via").stream())
                .map(span -> new Mend("Stay on this uplink: mandatory", span.end(), 0, " mandatory"));
    }

    /** The outside address is known: port address translation can become a static one. */
    private static Optional<Mend> translateStatically(Problem problem) {
        return problem.element(WanClause.class).filter(wan -> wan.getOutside() != null).flatMap(wan -> Problem.replace(
                "Translate statically", wan, ModelPackage.Literals.WAN_CLAUSE__PAT, "nat"));
    }

    /** The gateway of others at the transport, otherwise the last address of the subnet, where providers like to have it. */
    private static Stream<String> gateways(Problem problem) {
        Optional<WanClause> wan = problem.element(WanClause.class);
        Optional<InterfaceAddress> address = wan.map(WanClause::getAddress).flatMap(InterfaceAddress::tryParse);
        Stream<String> ofOthers = wan.map(WanClause::getTransport).stream()
                .flatMap(transport -> problem.document().resource().model().getElements().stream()
                        .filter(RouterDeclaration.class::isInstance).map(RouterDeclaration.class::cast)
                        .flatMap(router -> router.getWans().stream()).filter(other -> other.getTransport() == transport))
                .map(WanClause::getGateway).filter(Objects::nonNull).distinct().limit(2);
        return Stream.concat(ofOthers, address.stream().map(own -> own.prefix().lastAddress().plus(-1))
                .filter(last -> !last.equals(address.get().address())).map(IpAddress::toString)).distinct();
    }

    /** The tunnel and the local networks of its VRF go into the global table together. */
    private static Stream<Mend> globalTable(Problem problem) {
        Optional<JoinClause> join = problem.element(JoinClause.class).filter(found -> found.getVrf() != null);
        List<Change> changes = new ArrayList<>();
        join.ifPresent(found -> removeVrf(found, changes));
        join.filter(found -> found.eContainer() instanceof RouterDeclaration).ifPresent(found ->
                ((RouterDeclaration) found.eContainer()).getLans().stream().filter(lan -> found.getVrf().equals(lan.getVrf()))
                        .map(LanClause.class::cast).forEach(lan -> removeVrf(lan, changes)));
        return changes.isEmpty() ? Stream.empty() : Stream.of(new Mend("Use the global table", changes));
    }

    private static void removeVrf(org.eclipse.emf.ecore.EObject element, List<Change> changes) {
        ElementText.of(element).ifPresent(text -> text.setting("vrf").ifPresent(span -> changes.add(text.removing(span))));
    }

    /** The uplink in another VRF that a static route leads to. */
    private static Stream<String> uplinks(Problem problem) {
        return problem.network().devices().stream()
                .flatMap(device -> device.routing().staticRoutes().stream()
                        .filter(route -> route.origin().offset() == problem.offset())
                        .flatMap(route -> route.nextHop().stream().flatMap(nextHop -> attachedTo(device, nextHop))))
                .map(NetworkInterface::name).distinct();
    }

    private static Stream<NetworkInterface> attachedTo(Device device, IpAddress nextHop) {
        return device.interfaces().stream().filter(candidate -> candidate.assignment() instanceof AddressAssignment.Static fixed
                && fixed.address().prefix().contains(nextHop));
    }
}
