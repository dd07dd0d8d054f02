package dmvpn.dsl.ide.effective;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** Finds the routing processes that a clause speaks of. */
final class RoutingReadings {

    private RoutingReadings() {
    }

    /** Those of a clause of a cloud, one for each tunnel; those of a router's clause, one for each process. */
    static List<Reading<RoutingReading>> of(CompiledModel model, RoutingClause clause) {
        if (clause.getProtocol() == null) {
            return List.of();
        }
        return switch (clause.eContainer()) {
            case CloudDeclaration cloud -> onTunnels(model, clause, cloud);
            case RouterBody body -> ofRouters(model, clause);
            case null, default -> List.of();
        };
    }

    private static List<Reading<RoutingReading>> onTunnels(CompiledModel model, RoutingClause clause, CloudDeclaration cloud) {
        List<Reading<RoutingReading>> readings = new ArrayList<>();
        for (Device device : model.devices()) {
            for (TunnelInterface tunnel : device.tunnels()) {
                if (model.clause(tunnel.origin(), JoinClause.class).filter(join -> join.getCloud() == cloud).isPresent()) {
                    processes(model, clause, device, tunnel.vrf(), Optional.of(tunnel.name())).forEach(process ->
                            readings.add(new Reading<>(process, Optional.of(device), speakers(model, clause, process))));
                }
            }
        }
        return readings;
    }

    /** An interface that the router speaks of itself is as that says; the cloud counts where it is silent. */
    private static List<EObject> speakers(CompiledModel model, RoutingClause clause, RoutingReading process) {
        List<EObject> speakers = new ArrayList<>();
        process.interfaceOrigin().flatMap(origin -> model.clause(origin, RoutingInterfaceClause.class)).ifPresent(speakers::add);
        speakers.add(clause);
        return speakers;
    }

    /** Of the routers that have something from the clause. */
    private static List<Reading<RoutingReading>> ofRouters(CompiledModel model, RoutingClause clause) {
        List<Reading<RoutingReading>> readings = new ArrayList<>();
        for (Device device : devices(model, (RouterBody) clause.eContainer())) {
            processes(model, clause, device, Optional.ofNullable(clause.getVrf()), Optional.empty())
                    .forEach(process -> readings.add(Reading.on(device, process, clause)));
        }
        return readings;
    }

    /** The routers that a declaration or a fragment makes. */
    private static List<Device> devices(CompiledModel model, RouterBody body) {
        return model.devices().stream().filter(device -> model.isWithin(device.origin(), body)
                || device.interfaces().stream().anyMatch(each -> model.isWithin(each.origin(), body))
                || device.tunnels().stream().anyMatch(each -> model.isWithin(each.origin(), body))).toList();
    }

    private static List<RoutingReading> processes(CompiledModel model, RoutingClause clause, Device device, Optional<String> vrf,
            Optional<String> interfaceName) {
        RoutingConfiguration routing = device.routing();
        String number = clause.getProcess() == null ? "" : clause.getProcess();
        return switch (clause.getProtocol()) {
            case "eigrp" -> routing.eigrp().stream().filter(process -> process.vrf().equals(vrf)
                            && number.equals(Integer.toString(process.autonomousSystem())))
                    .map(process -> RoutingReading.of(device, process, interfaceName)).toList();
            case "ospf" -> routing.ospf().stream().filter(process -> process.vrf().equals(vrf)
                            && number.equals(Integer.toString(process.process())))
                    .map(process -> RoutingReading.of(device, process, interfaceName)).toList();
            case "bgp" -> routing.bgp().stream().filter(process -> process.vrf().equals(vrf))
                    .map(process -> RoutingReading.of(device, process, interfaceName, peerings(model, clause, process))).toList();
            case "rip" -> routing.rip().stream().filter(process -> process.vrf().equals(vrf))
                    .map(process -> RoutingReading.of(device, process, interfaceName)).toList();
            case "odr" -> routing.odr().stream().filter(process -> process.vrf().equals(vrf))
                    .map(process -> RoutingReading.of(device, process, interfaceName)).toList();
            default -> List.of();
        };
    }

    private static List<BgpPeering> peerings(CompiledModel model, RoutingClause clause, BgpProcess process) {
        return process.peerings().filter(peering -> model.isWithin(peering.origin(), clause)).toList();
    }

    /** The interfaces that a clause names. */
    static List<Reading<RoutingReading>> of(CompiledModel model, RoutingInterfaceClause clause) {
        List<Reading<RoutingReading>> readings = new ArrayList<>();
        for (Device device : model.devices()) {
            for (EigrpProcess process : device.routing().eigrp()) {
                process.interfaces().stream().filter(each -> model.isFrom(each.origin(), clause)).forEach(each -> readings.add(
                        interfaceReading(model, clause, RoutingReading.of(device, process, Optional.of(each.interfaceName())))));
            }
            for (OspfProcess process : device.routing().ospf()) {
                process.interfaces().stream().filter(each -> model.isFrom(each.origin(), clause)).forEach(each -> readings.add(
                        interfaceReading(model, clause, RoutingReading.of(device, process, Optional.of(each.interfaceName())))));
            }
            device.routing().rip().forEach(process -> process.interfaces().stream()
                    .filter(each -> model.isFrom(each.origin(), clause)).forEach(each -> readings.add(interfaceReading(model,
                            clause, RoutingReading.of(device, process, Optional.of(each.interfaceName()))))));
        }
        return readings;
    }

    /** What the clause does not say is as the cloud of the tunnel says it. */
    private static Reading<RoutingReading> interfaceReading(CompiledModel model, RoutingInterfaceClause clause,
            RoutingReading reading) {
        List<EObject> speakers = new ArrayList<>(List.of(clause));
        Optional<JoinClause> join = reading.device().tunnels().stream()
                .filter(tunnel -> reading.interfaceName().filter(tunnel.name()::equals).isPresent()).findFirst()
                .flatMap(tunnel -> model.clause(tunnel.origin(), JoinClause.class));
        join.map(JoinClause::getCloud).ifPresent(cloud -> cloud.getRouting().stream()
                .filter(of -> clause.eContainer() instanceof RoutingClause own && own.getProtocol() != null
                        && own.getProtocol().equals(of.getProtocol()))
                .forEach(speakers::add));
        return new Reading<>(reading, Optional.of(reading.device()), speakers);
    }

    /** The neighbours that a clause names. */
    static List<Reading<RoutingReading>> of(CompiledModel model, NeighborClause clause) {
        List<Reading<RoutingReading>> readings = new ArrayList<>();
        for (Device device : model.devices()) {
            for (BgpProcess process : device.routing().bgp()) {
                for (BgpNeighbor neighbor : process.neighbors()) {
                    Origin origin = neighbor.origin();
                    if (model.isFrom(origin, clause)) {
                        readings.add(Reading.on(device, RoutingReading.of(device, process, Optional.empty(),
                                List.of(neighbor.peering())), clause, clause.eContainer()));
                    }
                }
            }
        }
        return readings;
    }
}
