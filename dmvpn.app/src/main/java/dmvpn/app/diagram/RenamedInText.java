package dmvpn.app.diagram;

import dmvpn.diagram.layout.Positions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What elements are called by now that somebody has given another name in the text: whoever keeps their places need not know it. */
final class RenamedInText {

    private final Map<String, String> names = new HashMap<>();

    /**
     * Elements have other identifiers from now on.
     *
     * @param renamed new identifiers by old ones
     */
    void follow(Map<String, String> renamed) {
        names.replaceAll((first, last) -> renamed.getOrDefault(last, last));
        renamed.forEach(names::putIfAbsent);
        names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
    }

    /**
     * The places by the identifiers that elements have now.
     *
     * @param ids the identifiers that there are
     */
    Positions in(Positions places, Set<String> ids) {
        Map<String, String> missing = new HashMap<>(names);
        missing.entrySet().removeIf(name -> ids.contains(name.getKey()) || places.of(name.getValue()).isPresent());
        return places.renamed(missing);
    }
}
