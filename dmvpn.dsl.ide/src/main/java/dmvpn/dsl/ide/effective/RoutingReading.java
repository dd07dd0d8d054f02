package dmvpn.dsl.ide.effective;

import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import java.util.List;
import java.util.Optional;

/**
 * A routing process of a router as one clause sees it: the process, and the interface or the neighbours that the clause is
 * about. One of the processes is there.
 *
 * @param interfaceName interface that the clause is about; empty for the process itself
 * @param peerings BGP neighbours that the clause is about
 */
record RoutingReading(Device device, Optional<EigrpProcess> eigrp, Optional<OspfProcess> ospf, Optional<BgpProcess> bgp,
        Optional<RipProcess> rip, Optional<OnDemandRouting> odr, Optional<String> interfaceName, List<BgpPeering> peerings) {

    RoutingReading {
        peerings = List.copyOf(peerings);
    }

    static RoutingReading of(Device device, EigrpProcess process, Optional<String> interfaceName) {
        return new RoutingReading(device, Optional.of(process), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), interfaceName, List.of());
    }

    static RoutingReading of(Device device, OspfProcess process, Optional<String> interfaceName) {
        return new RoutingReading(device, Optional.empty(), Optional.of(process), Optional.empty(), Optional.empty(),
                Optional.empty(), interfaceName, List.of());
    }

    static RoutingReading of(Device device, BgpProcess process, Optional<String> interfaceName, List<BgpPeering> peerings) {
        return new RoutingReading(device, Optional.empty(), Optional.empty(), Optional.of(process), Optional.empty(),
                Optional.empty(), interfaceName, peerings);
    }

    static RoutingReading of(Device device, RipProcess process, Optional<String> interfaceName) {
        return new RoutingReading(device, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(process),
                Optional.empty(), interfaceName, List.of());
    }

    static RoutingReading of(Device device, OnDemandRouting process, Optional<String> interfaceName) {
        return new RoutingReading(device, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(process), interfaceName, List.of());
    }

    Optional<EigrpInterface> eigrpInterface() {
        return interfaceName.flatMap(name -> eigrp.map(process -> process.settingsOf(name)));
    }

    Optional<OspfInterface> ospfInterface() {
        return interfaceName.flatMap(name -> ospf.flatMap(process -> process.settingsOf(name)));
    }

    Optional<RipInterface> ripInterface() {
        return interfaceName.flatMap(name -> rip.map(process -> process.settingsOf(name)));
    }

    Optional<ProcessOptions> options() {
        return eigrp.map(EigrpProcess::options).or(() -> ospf.map(OspfProcess::options)).or(() -> bgp.map(BgpProcess::options))
                .or(() -> rip.map(RipProcess::options));
    }

    /** Where the settings of the interface come from, which another clause may have said. */
    Optional<Origin> interfaceOrigin() {
        return eigrpInterface().map(EigrpInterface::origin).or(() -> ospfInterface().map(OspfInterface::origin))
                .or(() -> ripInterface().map(RipInterface::origin));
    }
}
