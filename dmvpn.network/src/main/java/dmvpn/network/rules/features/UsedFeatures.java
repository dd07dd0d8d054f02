package dmvpn.network.rules.features;

import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds what a router uses, in one pass over its settings: it runs for each router of a network. */
public final class UsedFeatures {

    private final Set<Feature> used = EnumSet.noneOf(Feature.class);

    private UsedFeatures(Device device) {
        addRouting(device.routing());
        addIf(!device.forwarding().policyRoutes().isEmpty(), Feature.POLICY_ROUTES);
        addIf(device.platform().vendor() == Vendor.FRR, Feature.FRR);
        addInterfaces(device.interfaces());
        addIf(device.tunnels().size() > 1, Feature.SEVERAL_TUNNELS);
        for (TunnelInterface tunnel : device.tunnels()) {
            add(tunnel);
        }
    }

    /** What a router uses. */
    public static Set<Feature> of(Device device) {
        return new UsedFeatures(device).used;
    }

    private void addIf(boolean isUsed, Feature feature) {
        if (isUsed) {
            used.add(feature);
        }
    }

    private void addRouting(RoutingConfiguration routing) {
        addIf(!routing.staticRoutes().isEmpty(), Feature.STATIC_ROUTES);
        addIf(!routing.eigrp().isEmpty(), Feature.EIGRP);
        addIf(!routing.ospf().isEmpty(), Feature.OSPF);
        addIf(!routing.bgp().isEmpty(), Feature.BGP);
        addIf(!routing.odr().isEmpty(), Feature.ON_DEMAND_ROUTING);
        addIf(!routing.forwardingDetection().isEmpty(), Feature.FORWARDING_DETECTION);
        addIf(redistributes(routing), Feature.REDISTRIBUTION);
    }

    private static boolean redistributes(RoutingConfiguration routing) {
        for (EigrpProcess process : routing.eigrp()) {
            if (!process.options().redistributions().isEmpty()) {
                return true;
            }
        }
        for (OspfProcess process : routing.ospf()) {
            if (!process.options().redistributions().isEmpty()) {
                return true;
            }
        }
        for (BgpProcess process : routing.bgp()) {
            if (!process.options().redistributions().isEmpty()) {
                return true;
            }
        }
        for (RipProcess process : routing.rip()) {
            if (!process.options().redistributions().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void addInterfaces(List<NetworkInterface> interfaces) {
        int uplinks = 0;
        for (NetworkInterface each : interfaces) {
            uplinks += each.kind() == InterfaceKind.WAN ? 1 : 0;
            addIf(each.access().isPresent(), Feature.UPLINK_ACCESS);
            addIf(each.reversePathCheck().isPresent(), Feature.REVERSE_PATH_CHECK);
        }
        addIf(uplinks > 1, Feature.SEVERAL_UPLINKS);
    }

    private void add(TunnelInterface tunnel) {
        addIf(!(tunnel.mode() instanceof TunnelMode.Multipoint), Feature.POINT_TO_POINT_TUNNELS);
        addIf(tunnel.vrf().isPresent() || tunnel.frontDoorVrf().isPresent(), Feature.TUNNEL_VRF);
        addIf(tunnel.protection().isPresent(), Feature.PROTECTION);
        for (NextHopServer server : tunnel.nhrp().nextHopServers()) {
            addIf(server.nbmaName().isPresent(), Feature.SERVER_NAMES);
        }
        addIf(!tunnel.nhrp().options().multicastTargets().isEmpty(), Feature.MULTICAST_TARGETS);
        addIf(tunnel.options().routeVia().isPresent(), Feature.ROUTE_VIA);
        addIf(tunnel.options().interfaceState(), Feature.INTERFACE_STATE);
        addIf(tunnel.options().backup().isPresent(), Feature.BACKUP_INTERFACE);
        addIf(tunnel.options().group().isPresent() || !tunnel.options().groupPolicies().isEmpty(), Feature.GROUPS);
    }
}
