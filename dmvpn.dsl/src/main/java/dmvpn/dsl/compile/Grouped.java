package dmvpn.dsl.compile;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A setting that holds for the hubs, for the spokes or for all.
 *
 * @param by the routers that it holds for, null for all
 * @param value the setting
 * @param origin where it is written
 */
record Grouped<T>(Group by, T value, Origin origin) {

    boolean holdsFor(DeviceRole role) {
        return by == null || by.has(role);
    }

    /** The setting for a router: the last one that names its group, or else the last one for all. */
    static <T> Optional<Grouped<T>> of(List<Grouped<T>> settings, DeviceRole role) {
        Grouped<T> found = null;
        for (Grouped<T> setting : settings) {
            if (setting.holdsFor(role) && (found == null || found.by() == null || setting.by() != null)) {
                found = setting;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The settings that hold for a router. */
    static <T> List<Grouped<T>> all(List<Grouped<T>> settings, DeviceRole role) {
        return settings.stream().filter(setting -> setting.holdsFor(role)).toList();
    }
}
