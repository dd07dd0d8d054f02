package dmvpn.sim.testing;

import dmvpn.network.CompiledNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * Two spokes with a tunnel in each of two clouds: H1 and H3 serve the primary cloud (10.0.0.0/24, Tunnel100), H2 the backup
 * cloud (10.0.1.0/24, Tunnel200). EIGRP, registration each 10 s; the spokes' primary tunnel has {@code if-state nhrp} and
 * {@code backup interface Tunnel200}.
 */
public final class TwoCloudNetwork {

    private final DraftNetwork network = new DraftNetwork();
    private boolean interfaceState = true;
    private boolean deadPeerDetection = true;
    private boolean staticRouting;
    private int backupDelay;
    private final List<Runnable> pings = new ArrayList<>();

    /** Spokes check no liveness. */
    public TwoCloudNetwork withoutDeadPeerDetection() {
        deadPeerDetection = false;
        return this;
    }

    /** The line protocol of the primary tunnel does not follow its servers. */
    public TwoCloudNetwork withoutInterfaceState() {
        interfaceState = false;
        return this;
    }

    /** Static routes instead of EIGRP, the ones by the backup cloud with the worse distance. */
    public TwoCloudNetwork staticRouting() {
        staticRouting = true;
        return this;
    }

    /** {@code backup delay}. */
    public TwoCloudNetwork backupDelay(int seconds) {
        backupDelay = seconds;
        return this;
    }

    /** Length of the scenario. */
    public TwoCloudNetwork duration(long seconds) {
        network.duration(seconds);
        return this;
    }

    /** One echo request each second from a spoke's host to that of another. */
    public TwoCloudNetwork ping(long atSeconds, int from, int to) {
        pings.add(() -> network.ping(atSeconds, "S" + from, "S" + to));
        return this;
    }

    /** The underlay between two routers breaks. */
    public TwoCloudNetwork failPath(long atSeconds, String first, String second) {
        network.failPath(atSeconds, first, second);
        return this;
    }

    /** A spoke reaches no server of the primary cloud. */
    public TwoCloudNetwork cutFromPrimary(long atSeconds, int spoke) {
        return failPath(atSeconds, "S" + spoke, "H1").failPath(atSeconds, "S" + spoke, "H3");
    }

    /** The underlay between two routers is mended. */
    public TwoCloudNetwork restorePath(long atSeconds, String first, String second) {
        network.restorePath(atSeconds, first, second);
        return this;
    }

    /** The network with a scenario called {@code scenario}. */
    public CompiledNetwork build() {
        hub("H1", "203.0.113.1", "192.168.1.0/24", "Tunnel100", "10.0.0.1/24", 1);
        hub("H3", "203.0.113.3", "192.168.3.0/24", "Tunnel100", "10.0.0.3/24", 1);
        hub("H2", "203.0.113.2", "192.168.2.0/24", "Tunnel200", "10.0.1.1/24", 2);
        spoke(1);
        spoke(2);
        pings.forEach(Runnable::run);
        return network.build();
    }

    private void hub(String name, String nbmaAddress, String lan, String tunnel, String address, long cloud) {
        RouterDraft hub = network.router(name, nbmaAddress, lan).tunnel(new TunnelDraft(tunnel, address).cloud(cloud)
                .registrationEvery(10).redirect().dynamicMulticast());
        if (staticRouting) {
            String overlay = address.substring(0, address.lastIndexOf('.'));
            hub.route("192.168.11.0/24", overlay + ".11", 1).route("192.168.12.0/24", overlay + ".12", 1);
        } else {
            hub.summary(tunnel, "192.168.0.0/16");
        }
    }

    private void spoke(int number) {
        String host = "." + (10 + number);
        RouterDraft spoke = network.router("S" + number, "198.51.100" + host, "192.168" + host + ".0/24");
        spoke.tunnel(new TunnelDraft("Tunnel100", "10.0.0" + host + "/24").cloud(1).registrationEvery(10).shortcut()
                .server("10.0.0.1", "203.0.113.1").server("10.0.0.3", "203.0.113.3").interfaceState(interfaceState)
                .backup("Tunnel200", backupDelay));
        spoke.tunnel(new TunnelDraft("Tunnel200", "10.0.1" + host + "/24").cloud(2).registrationEvery(10).shortcut()
                .server("10.0.1.1", "203.0.113.2"));
        if (deadPeerDetection) {
            spoke.deadPeerDetection();
        }
        if (staticRouting) {
            spoke.route("192.168.0.0/16", "Tunnel100", "10.0.0.1", 1)
                    .route("192.168.0.0/16", "Tunnel200", "10.0.1.1", 200);
        } else {
            spoke.eigrpStub();
        }
    }
}
