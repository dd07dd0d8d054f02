package dmvpn.app.report;

import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Routers;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The routers with addresses, memberships and servers. Of a network with more routers than people read, those that are alike
 * are told by two examples and their number.
 */
final class RouterSection {

    private static final int MOST_ROWS = 1_000;
    private static final List<String> COLUMNS = List.of("Router", "Uplinks", "Local networks", "Memberships", "Registers with");

    private final ReportContent content;
    private final Html html;

    RouterSection(ReportContent content, Html html) {
        this.content = content;
        this.html = html;
    }

    void write() {
        html.element("h2 id=\"report-routers\"", "Routers");
        Routers routers = content.network().map(network -> network.routers()).orElse(Routers.of(List.of()));
        if (routers.isEmpty()) {
            html.element("p", "The model has no router.");
            return;
        }
        boolean all = routers.size() <= MOST_ROWS;
        Map<String, AlikeDevices> groups = new HashMap<>();
        routers.alike().forEach(group -> groups.put(group.examples().getLast().name(), group));
        html.table(COLUMNS);
        for (Device device : all ? routers : routers.representatives()) {
            writeRow(device);
            if (!all && groups.containsKey(device.name())) {
                writeOthers(groups.get(device.name()).others());
            }
        }
        html.closeTable();
    }

    private void writeRow(Device device) {
        html.open("tr").open("th scope=\"row\"").element("div", device.name())
                .element("div class=\"report-quiet\"", kind(device)).close("th");
        html.cell(interfaces(device, InterfaceKind.WAN)).cell(interfaces(device, InterfaceKind.LAN))
                .cell(device.tunnels().stream().map(RouterSection::membership).toList())
                .cell(device.tunnels().stream().flatMap(tunnel -> tunnel.nhrp().nextHopServers().stream()
                        .map(server -> server(server, tunnel))).toList());
        html.close("tr");
    }

    private void writeOthers(List<Device> others) {
        if (!others.isEmpty()) {
            html.open("tr").element("td colspan=\"" + COLUMNS.size() + "\"", "and " + others.size() + " more like it, "
                    + others.getFirst().name() + " to " + others.getLast().name()).close("tr");
        }
    }

    private static String kind(Device device) {
        String release = device.platform().release();
        return device.role().name().toLowerCase(Locale.ROOT) + ", " + device.platform().vendor().keyword()
                + (release.isEmpty() ? "" : " " + release) + device.site().map(site -> ", at " + site).orElse("");
    }

    private static List<String> interfaces(Device device, InterfaceKind kind) {
        return device.interfaces().stream().filter(each -> each.kind() == kind).map(RouterSection::text).toList();
    }

    private static String text(NetworkInterface each) {
        String address = switch (each.assignment()) {
            case AddressAssignment.Static fixed -> fixed.address().toString();
            case AddressAssignment.Dhcp leased -> "DHCP";
        };
        return each.name() + ": " + address + each.transport().map(transport -> " on " + transport).orElse("")
                + each.vrf().map(vrf -> ", VRF " + vrf).orElse("")
                + each.translation().map(translation -> ", behind " + translation.kind().keyword().toUpperCase(Locale.ROOT)
                        + translation.outside().map(outside -> " as " + outside).orElse("")).orElse("")
                + (each.enabled() ? "" : ", shut down");
    }

    private static String membership(TunnelInterface tunnel) {
        return tunnel.cloud() + ": " + tunnel.address() + " on " + tunnel.name() + tunnel.vrf().map(vrf -> ", VRF " + vrf).orElse("");
    }

    private static String server(NextHopServer server, TunnelInterface tunnel) {
        return server.device().map(device -> device + ": ").orElse("") + server.protocolAddress() + " at "
                + server.nbmaName().orElse(server.nbmaAddress().toString()) + " in " + tunnel.cloud()
                + (server.priority() == 0 ? "" : ", priority " + server.priority())
                + (server.cluster() == 0 ? "" : ", cluster " + server.cluster());
    }
}
