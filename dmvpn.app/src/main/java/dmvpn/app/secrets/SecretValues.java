package dmvpn.app.secrets;

import dmvpn.app.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of secrets.
 *
 * @param valuesByName values that are known
 * @param problems lines that are not understood, and files that cannot be read
 */
public record SecretValues(Map<String, String> valuesByName, List<Problem> problems) {

    /** Keeps immutable copies, the map in its order. */
    public SecretValues {
        valuesByName = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(valuesByName));
        problems = List.copyOf(problems);
    }

    /** Names only: values must not get into logs. */
    @Override
    public String toString() {
        return "SecretValues" + valuesByName.keySet();
    }
}
