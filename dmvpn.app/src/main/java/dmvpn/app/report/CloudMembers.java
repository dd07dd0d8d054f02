package dmvpn.app.report;

import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Routers;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.HashMap;
import java.util.Map;

/** Counts the members of clouds. Alike routers are not made for that. */
final class CloudMembers {

    private final Map<String, Long> hubs = new HashMap<>();
    private final Map<String, Long> spokes = new HashMap<>();

    void count(Routers routers) {
        routers.representatives().forEach(device -> count(device, 1));
        for (AlikeDevices alike : routers.alike()) {
            count(alike.examples().getFirst(), alike.others().size());
        }
    }

    private void count(Device device, long times) {
        for (TunnelInterface tunnel : device.tunnels()) {
            (device.role() == DeviceRole.HUB ? hubs : spokes).merge(tunnel.cloud(), times, Long::sum);
        }
    }

    long hubs(String cloud) {
        return hubs.getOrDefault(cloud, 0L);
    }

    long spokes(String cloud) {
        return spokes.getOrDefault(cloud, 0L);
    }
}
