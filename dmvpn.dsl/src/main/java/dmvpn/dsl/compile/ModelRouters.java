package dmvpn.dsl.compile;

import dmvpn.dsl.names.Names;
import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Routers;
import dmvpn.network.lists.JoinedList;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The routers of a model with their hosts, in order and by name. To ask for one makes no other member of its family. */
final class ModelRouters {

    /** Alike members of a family that are compiled on demand. */
    private record Others(String family, DeviceRole role, int[] numbers, List<Device> devices, List<Host> hosts) {

        List<Host> hostsOf(int index) {
            int each = hosts.size() / numbers.length;
            return hosts.subList(index * each, (index + 1) * each);
        }
    }

    /** Routers in order: one router, or members that are compiled on demand. */
    private final List<Object> entries = new ArrayList<>();
    private final Routers.Builder building = new Routers.Builder();
    private final List<List<Host>> buildingHosts = new ArrayList<>();
    private final Map<String, Device> byName = new HashMap<>();
    private final Map<String, List<Host>> hostsByRouter = new HashMap<>();
    private Routers devices;
    private List<Host> hosts;
    private boolean hostsAreGiven;

    /** Adds a router with its hosts behind the others. */
    void add(Device device, List<Host> ofDevice) {
        building.add(device);
        buildingHosts.add(ofDevice);
        entries.add(device);
        byName.put(device.name(), device);
        hostsByRouter.put(device.name(), ofDevice);
    }

    /** Adds alike members of a family behind the others. */
    void addAlike(MemberRun run, AlikeDevices alike) {
        building.addAlike(alike);
        for (int index = 0; index < alike.examples().size(); index++) {
            Device example = alike.examples().get(index);
            List<Host> ofExample = run.routers().get(index).hosts();
            entries.add(example);
            buildingHosts.add(ofExample);
            byName.put(example.name(), example);
            hostsByRouter.put(example.name(), ofExample);
        }
        List<Host> ofOthers = run.otherHosts();
        buildingHosts.add(ofOthers);
        entries.add(new Others(run.family(), alike.examples().getFirst().role(), run.others(), alike.others(), ofOthers));
    }

    /** The routers in order. */
    Routers devices() {
        if (devices == null) {
            devices = building.build();
        }
        return devices;
    }

    /** One host in each local network, or those that were given. */
    List<Host> hosts() {
        if (hosts == null) {
            hosts = JoinedList.of(buildingHosts);
        }
        return hosts;
    }

    /** Says which hosts there are, once all routers are added. */
    void useHosts(List<Host> all) {
        hosts = all;
        hostsAreGiven = true;
        hostsByRouter.clear();
        all.forEach(host -> hostsByRouter.computeIfAbsent(host.device(), key -> new ArrayList<>(1)).add(host));
    }

    /** The router of that host name. */
    Optional<Device> named(String name) {
        Device known = byName.get(name);
        return known != null ? Optional.of(known)
                : others().flatMap(others -> index(others, name).map(others.devices()::get).stream()).findFirst();
    }

    /** True when a router has that host name. */
    boolean has(String name) {
        return byName.containsKey(name) || others().anyMatch(others -> index(others, name).isPresent());
    }

    private Stream<Others> others() {
        return entries.stream().filter(Others.class::isInstance).map(Others.class::cast);
    }

    private static Optional<Integer> index(Others others, String name) {
        String digits = name.startsWith(others.family()) ? name.substring(others.family().length()) : "";
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        int index = Arrays.binarySearch(others.numbers(), Integer.parseInt(digits));
        return index >= 0 && Names.memberHostName(others.family(), others.numbers()[index]).equals(name)
                ? Optional.of(index) : Optional.empty();
    }

    /** The host names of all routers of a role, in order. */
    List<String> names(DeviceRole role) {
        List<String> names = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Device device && device.role() == role) {
                names.add(device.name());
            } else if (entry instanceof Others others && others.role() == role) {
                Arrays.stream(others.numbers()).forEach(number -> names.add(Names.memberHostName(others.family(), number)));
            }
        }
        return names;
    }

    /** The hosts behind a router. */
    List<Host> hostsOf(Device device) {
        List<Host> known = hostsByRouter.get(device.name());
        if (known != null || hostsAreGiven) {
            return known == null ? List.of() : known;
        }
        return others().flatMap(others -> index(others, device.name()).map(others::hostsOf).stream()).findFirst().orElse(List.of());
    }
}
