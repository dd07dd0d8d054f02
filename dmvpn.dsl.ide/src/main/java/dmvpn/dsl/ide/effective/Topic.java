package dmvpn.dsl.ide.effective;

import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.emf.ecore.EObject;

/**
 * What can be said of one kind of clause.
 *
 * @param clause the kind
 * @param settings its settings, in the order in which people are shown them
 * @param readings the compiled records that a clause of that kind speaks of
 */
record Topic<C extends EObject, R>(Class<C> clause, List<Setting<R>> settings,
        BiFunction<CompiledModel, C, List<Reading<R>>> readings) {

    Topic {
        settings = List.copyOf(settings);
    }

    /** The settings that a word stands for: more than one where protocols mean different things by it. */
    List<Setting<R>> settings(String keyword) {
        return settings.stream().filter(setting -> setting.keywords().contains(keyword)).toList();
    }

    List<Reading<R>> readingsOf(CompiledModel model, EObject written) {
        return readings.apply(model, clause.cast(written));
    }
}
