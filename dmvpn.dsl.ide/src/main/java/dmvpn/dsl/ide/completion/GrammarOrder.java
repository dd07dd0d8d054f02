package dmvpn.dsl.ide.completion;

import com.google.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;

/**
 * Which element of the grammar may follow which: the same for every text, so what was found for one place is kept for all.
 * Finding it walks through large parts of the grammar.
 */
@Singleton
final class GrammarOrder {

    private record Step(AbstractRule rule, EObject previous, EObject next) {
    }

    private final Map<Step, Boolean> known = new ConcurrentHashMap<>();

    /**
     * True when one element may follow another in a rule.
     *
     * @param find finds it
     */
    boolean allows(AbstractRule rule, EObject previous, EObject next, BooleanSupplier find) {
        Step step = new Step(rule, previous, next);
        Boolean answer = known.get(step);
        if (answer == null) {
            answer = find.getAsBoolean();
            known.put(step, answer);
        }
        return answer;
    }
}
