package dmvpn.dsl.ide.effective;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A setting: how the text says it, and what the compiled record has.
 *
 * @param keywords the words that stand for it; the first is its name
 * @param features attributes of the model that set it; any of them decides where the value comes from
 * @param value reads the compiled record; empty where the record has no such thing
 * @param otherwise where the value comes from when nobody has written it
 */
record Setting<R>(List<String> keywords, List<EStructuralFeature> features,
        Function<Reading<R>, Optional<String>> value, Otherwise otherwise) {

    /** A setting that every record has, with a default of the platform's. */
    static <R> Setting<R> of(String keywords, Function<R, String> value, EStructuralFeature... features) {
        return optional(keywords, value.andThen(Optional::ofNullable), features);
    }

    /** A setting that some records do not have, with a default of the platform's. */
    static <R> Setting<R> optional(String keywords, Function<R, Optional<String>> value, EStructuralFeature... features) {
        return new Setting<>(List.of(keywords.split(" ")), List.of(features), reading -> value.apply(reading.record()),
                Otherwise.PLATFORM);
    }

    /** The same with another reason for a value that nobody has written. */
    Setting<R> otherwise(Otherwise other) {
        return new Setting<>(keywords, features, value, other);
    }

    /** The same where silence means that the language decides. */
    Setting<R> byLanguage() {
        return otherwise(Otherwise.LANGUAGE);
    }

    /** The same where silence means that the cloud's phase decides. */
    Setting<R> byPhase() {
        return otherwise(Otherwise.PHASE);
    }

    /** Its name. */
    String name() {
        return keywords.getFirst();
    }

    /** The clause that says it for a record; empty when nobody does. */
    Optional<EObject> saidBy(Reading<R> reading) {
        return reading.speakers().stream().filter(speaker -> says(speaker, reading)).findFirst();
    }

    private boolean says(EObject speaker, Reading<R> reading) {
        for (EStructuralFeature feature : features) {
            boolean has = feature.getEContainingClass().isSuperTypeOf(speaker.eClass());
            if (has && speaker.eIsSet(feature) && Grouping.concerns(speaker.eGet(feature), reading)) {
                return true;
            }
        }
        return false;
    }
}
