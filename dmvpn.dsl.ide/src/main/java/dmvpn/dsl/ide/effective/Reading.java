package dmvpn.dsl.ide.effective;

import dmvpn.network.device.Device;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * A compiled record that a clause of the text speaks of.
 *
 * @param record the record
 * @param device the router that has it; empty for what belongs to no router
 * @param speakers the clauses that may say its settings, the one that counts most first
 */
record Reading<R>(R record, Optional<Device> device, List<EObject> speakers) {

    Reading {
        speakers = List.copyOf(speakers);
    }

    static <R> Reading<R> of(R record, EObject... speakers) {
        return new Reading<>(record, Optional.empty(), List.of(speakers));
    }

    static <R> Reading<R> on(Device device, R record, EObject... speakers) {
        return new Reading<>(record, Optional.of(device), List.of(speakers));
    }
}
