package dmvpn.network.testing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** EIGRP of a {@link DeviceBuilder}, with settings for Tunnel100. */
public final class EigrpBuilder {

    private final List<IpPrefix> networks = new ArrayList<>();
    private final List<EigrpSummary> summaries = new ArrayList<>();
    private int autonomousSystem = 100;
    private boolean enabled = true;
    private boolean splitHorizon = true;
    private boolean nextHopSelf = true;
    private boolean passive;
    private Duration helloInterval = EigrpInterface.DEFAULT_HELLO_INTERVAL;
    private Duration holdTime = EigrpInterface.DEFAULT_HOLD_TIME;
    private Optional<String> vrf = Optional.empty();
    private Optional<EigrpStub> stub = Optional.empty();
    private Optional<String> name = Optional.empty();

    /** No EIGRP at all. */
    public EigrpBuilder off() {
        enabled = false;
        return this;
    }

    /** Number of the process. */
    public EigrpBuilder autonomousSystem(int number) {
        autonomousSystem = number;
        return this;
    }

    /** Adds a network statement. */
    public EigrpBuilder network(String prefix) {
        networks.add(IpPrefix.parse(prefix));
        return this;
    }

    /** VRF of the process. */
    public EigrpBuilder vrf(String name) {
        vrf = Optional.of(name);
        return this;
    }

    /** Timers on the tunnel. */
    public EigrpBuilder timers(Duration hello, Duration hold) {
        helloInterval = hello;
        holdTime = hold;
        return this;
    }

    /** Neither sends nor hears hellos on the tunnel. */
    public EigrpBuilder passive() {
        passive = true;
        return this;
    }

    /** Split horizon on the tunnel. */
    public EigrpBuilder splitHorizon(boolean on) {
        splitHorizon = on;
        return this;
    }

    /** next-hop-self on the tunnel. */
    public EigrpBuilder nextHopSelf(boolean on) {
        nextHopSelf = on;
        return this;
    }

    /** Adds a summary on the tunnel. */
    public EigrpBuilder summary(String prefix, String... leaked) {
        summaries.add(new EigrpSummary(IpPrefix.parse(prefix), Stream.of(leaked).map(IpPrefix::parse).toList(),
                Origin.NONE));
        return this;
    }

    /** No summary on the tunnel. */
    public EigrpBuilder noSummary() {
        summaries.clear();
        return this;
    }

    /** Named mode. */
    public EigrpBuilder named(String newName) {
        name = Optional.of(newName);
        return this;
    }

    /** Stub router. */
    public EigrpBuilder stub(EigrpStub newStub) {
        stub = Optional.of(newStub);
        return this;
    }

    Optional<EigrpProcess> build(Origin origin) {
        if (!enabled) {
            return Optional.empty();
        }
        EigrpInterface tunnel = new EigrpInterface(
                "Tunnel100", helloInterval, holdTime, splitHorizon, nextHopSelf, passive, summaries, origin);
        boolean isDefault = tunnel.equals(EigrpInterface.withDefaults("Tunnel100", origin));
        EigrpProcess process = new EigrpProcess(autonomousSystem, vrf, networks, stub, isDefault ? List.of() : List.of(tunnel), origin);
        return Optional.of(name.map(process::named).orElse(process));
    }
}
