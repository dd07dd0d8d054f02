package dmvpn.sim.nhrp;

import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.ServerSelection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a test may change of a node's NHRP. */
record LabOptions(Platform platform, Optional<String> password, int holdingTimeSeconds, boolean unique, boolean redirect,
        boolean shortcut, boolean dynamicMulticast, long networkId, List<NextHopServer> servers, NhrpOptions options) {

    static LabOptions hub() {
        return new LabOptions(Platform.DEFAULT, Optional.of("dmvpnkey"), 600, true, true, false, true, 1, List.of(),
                NhrpOptions.DEFAULT);
    }

    static LabOptions spoke() {
        return new LabOptions(Platform.DEFAULT, Optional.of("dmvpnkey"), 600, true, false, true, true, 1,
                List.of(NhrpLab.server("10.0.0.1", "203.0.113.1")), NhrpOptions.DEFAULT);
    }

    LabOptions platform(Platform value) {
        return new LabOptions(value, password, holdingTimeSeconds, unique, redirect, shortcut, dynamicMulticast, networkId,
                servers, options);
    }

    LabOptions password(String value) {
        return new LabOptions(platform, Optional.ofNullable(value), holdingTimeSeconds, unique, redirect, shortcut,
                dynamicMulticast, networkId, servers, options);
    }

    LabOptions unique(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, value, redirect, shortcut, dynamicMulticast, networkId,
                servers, options);
    }

    LabOptions redirect(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, value, shortcut, dynamicMulticast, networkId,
                servers, options);
    }

    LabOptions shortcut(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, value, dynamicMulticast, networkId,
                servers, options);
    }

    LabOptions dynamicMulticast(boolean value) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, shortcut, value, networkId,
                servers, options);
    }

    LabOptions holdingTimeSeconds(int value) {
        return new LabOptions(platform, password, value, unique, redirect, shortcut, dynamicMulticast, networkId, servers, options);
    }

    /** Other options of NHRP. */
    LabOptions options(NhrpOptions value) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, shortcut, dynamicMulticast, networkId,
                servers, value);
    }

    /** Limits of clusters and the fallback time. */
    LabOptions selection(int fallbackSeconds, ClusterLimit... limits) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, shortcut, dynamicMulticast, networkId,
                servers, new NhrpOptions(options.redirectIntervalSeconds(), options.serverOnly(), options.sendLimit(),
                        new ServerSelection(OptionalInt.of(fallbackSeconds), List.of(limits), Origin.NONE),
                        options.mappings(), options.multicastTargets(), Origin.NONE));
    }

    LabOptions servers(NextHopServer... values) {
        return new LabOptions(platform, password, holdingTimeSeconds, unique, redirect, shortcut, dynamicMulticast, networkId,
                List.of(values), options);
    }
}
