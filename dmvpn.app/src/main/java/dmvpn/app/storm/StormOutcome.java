package dmvpn.app.storm;

import dmvpn.sim.invariant.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What became of a network in a storm.
 *
 * @param storm the storm
 * @param missing what works in a calm run and did not work again in time; empty when the network healed
 * @param violation what must hold in every run and did not
 * @param events how many events the run had
 */
public record StormOutcome(Storm storm, List<String> missing, Optional<Violation> violation, int events) {

    /** Keeps an immutable copy of the list. */
    public StormOutcome {
        missing = List.copyOf(missing);
    }

    /** True when everything works again. */
    public boolean healed() {
        return missing.isEmpty() && violation.isEmpty();
    }
}
