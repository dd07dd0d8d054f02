package dmvpn.network;

import dmvpn.network.crypto.SecretsFile;
import dmvpn.network.device.Device;
import dmvpn.network.device.Routers;
import dmvpn.network.lists.JoinedList;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.underlay.Host;
import dmvpn.network.underlay.Transport;
import java.util.List;
import java.util.Optional;

/**
 * What a model means: the one reading that simulator, configuration writers, rules and diagrams share.
 *
 * @param name name of the network
 * @param transports transports in the order of the model
 * @param clouds clouds in the order of the model
 * @param devices routers in the order of the model, families expanded; always {@link Routers}
 * @param hosts one host in each local network
 * @param scenarios scenarios in the order of the model
 * @param secretsFiles files with values of secrets, in the order of the model
 * @param origin where the network was written
 */
public record CompiledNetwork(
        String name,
        List<Transport> transports,
        List<Cloud> clouds,
        List<Device> devices,
        List<Host> hosts,
        List<Scenario> scenarios,
        List<SecretsFile> secretsFiles,
        Origin origin) {

    /** Keeps immutable copies of the lists; those whose elements are made on demand stay as they are. */
    public CompiledNetwork {
        transports = List.copyOf(transports);
        clouds = List.copyOf(clouds);
        devices = Routers.of(devices);
        hosts = JoinedList.immutable(hosts);
        scenarios = List.copyOf(scenarios);
        secretsFiles = List.copyOf(secretsFiles);
    }

    /** A network without files of secrets. */
    public CompiledNetwork(String name, List<Transport> transports, List<Cloud> clouds, List<Device> devices, List<Host> hosts,
            List<Scenario> scenarios, Origin origin) {
        this(name, transports, clouds, devices, hosts, scenarios, List.of(), origin);
    }

    /** The routers, of which many may not be made yet. */
    public Routers routers() {
        return (Routers) devices;
    }

    /** The router of that host name. */
    public Optional<Device> deviceNamed(String deviceName) {
        return devices.stream().filter(device -> device.name().equals(deviceName)).findFirst();
    }

    /** The transport of that name. */
    public Optional<Transport> transportNamed(String transportName) {
        return transports.stream().filter(transport -> transport.name().equals(transportName)).findFirst();
    }

    /** The cloud of that name. */
    public Optional<Cloud> cloudNamed(String cloudName) {
        return clouds.stream().filter(cloud -> cloud.name().equals(cloudName)).findFirst();
    }

    /** The scenario of that name. */
    public Optional<Scenario> scenarioNamed(String scenarioName) {
        return scenarios.stream().filter(scenario -> scenario.name().equals(scenarioName)).findFirst();
    }
}
