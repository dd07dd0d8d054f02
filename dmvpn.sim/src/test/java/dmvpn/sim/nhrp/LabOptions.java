package dmvpn.sim.nhrp;

import dmvpn.network.device.Platform;
import dmvpn.network.tunnel.NextHopServer;
import java.util.List;
import java.util.Optional;

/** What a test may change of a node's NHRP. */
record LabOptions(Platform platform, Optional<String> password, int holdingTimeSeconds, boolean unique, boolean redirect,
        boolean shortcut, long networkId, List<NextHopServer> servers) {

    static LabOptions hub() {
        return new LabOptions(Platform.DEFAULT, Optional.of("dmvpnkey"), 600, true, true, false, 1, List.of());
    }

    static LabOptions spoke() {
        return new LabOptions(Platform.DEFAULT, Optional.of("dmvpnkey"), 600, true, false, true, 1,
                List.of(NhrpLab.server("10.0.0.1", "203.0.113.1")));
    }

    LabOptions platform(Platform value) {
        return new LabOptions(value, password, holdingTimeSeconds, unique, redirect, shortcut, networkId, servers);
    }

    LabOptions password(String value) {
        return new LabOptions(platform, Optional.ofNullable(value), holdingTimeSeconds, unique, redirect, shortcut,
                networkId, servers);
    }

    LabOptions unique(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, value, redirect, shortcut, networkId, servers);
    }

    LabOptions redirect(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, value, shortcut, networkId, servers);
    }

    LabOptions shortcut(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, value, networkId, servers);
    }

    LabOptions servers(NextHopServer... values) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, shortcut, networkId,
                List.of(values));
    }
}
