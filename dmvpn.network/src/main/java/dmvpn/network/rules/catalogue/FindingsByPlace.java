package dmvpn.network.rules.catalogue;

import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers the findings of one rule and joins those at the same place of a text. */
final class FindingsByPlace implements Consumer<Finding> {

    private final Map<Object, Group> groups = new LinkedHashMap<>();

    @Override
    public void accept(Finding finding) {
        add(finding, 1);
    }

    /** @param count how many routers it is found at */
    void add(Finding finding, int count) {
        Origin origin = finding.origin();
        Object place = origin.isKnown()
                ? new Place(origin.file(), origin.offset(), origin.length(), origin.line(), origin.column())
                : finding;
        groups.computeIfAbsent(place, key -> new Group(finding)).add(finding, count);
    }

    void addTo(List<Finding> findings) {
        groups.values().forEach(group -> findings.add(group.toFinding()));
    }

    private record Place(String file, int offset, int length, int line, int column) {
    }

    private static final class Group {

        private Finding shown;
        private int count;

        Group(Finding first) {
            shown = first;
        }

        void add(Finding finding, int more) {
            count += more;
            if (finding.severity().compareTo(shown.severity()) < 0) {
                shown = finding; // the worst speaks for the others
            }
        }

        Finding toFinding() {
            return count == 1
                    ? shown
                    : new Finding(shown.rule(), shown.severity(),
                            shown.message() + " (and " + (count - 1) + " more like this here)", shown.origin());
        }
    }
}
