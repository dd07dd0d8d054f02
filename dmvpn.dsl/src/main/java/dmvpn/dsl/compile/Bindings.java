package dmvpn.dsl.compile;

import dmvpn.dsl.scenario.Sweep;
import dmvpn.dsl.scenario.SweepVariable;
import dmvpn.network.device.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/**
 * Which routers the variables of sweeps stand for in one run, or in one round of a block.
 *
 * @param routers the routers by variable
 */
record Bindings(Map<SweepVariable, Device> routers) {

    /** Outside of all sweeps. */
    static final Bindings NONE = new Bindings(Map.of());

    /** These and one more. */
    Bindings with(SweepVariable variable, Device router) {
        Map<SweepVariable, Device> more = new LinkedHashMap<>(routers);
        more.put(variable, router);
        return new Bindings(more);
    }

    /** What a reference's target stands for when it is a variable. */
    Optional<Device> of(EObject target) {
        return target instanceof SweepVariable variable ? Optional.ofNullable(routers.get(variable)) : Optional.empty();
    }

    /** What tells the rounds of a sweep apart in names, such as {@code [HQ1]}; empty without a sweep. */
    String suffix(Sweep sweep) {
        return sweep == null ? "" : sweep.getVariables().stream().map(routers::get).map(Device::reference)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
