package dmvpn.dsl.compile;

import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects findings. What the members of a family have in common is written once, so it is reported once: further
 * findings of a rule at one place are counted, not listed.
 */
final class FindingCollector {

    private record Place(String ruleId, String file, int offset, int length) {
    }

    private static final class Entry {
        private final Finding first;
        private int more;

        Entry(Finding first) {
            this.first = first;
        }
    }

    private final Map<Place, Entry> entries = new LinkedHashMap<>();

    void addAll(List<Finding> findings) {
        addAll(findings, 1);
    }

    /** @param routers how many routers have each of them */
    void addAll(List<Finding> findings, int routers) {
        findings.forEach(finding -> add(finding, routers));
    }

    private void add(Finding finding, int routers) {
        Place place = new Place(finding.rule().id(), finding.origin().file(), finding.origin().offset(), finding.origin().length());
        Entry known = entries.get(place);
        if (known == null) {
            entries.put(place, new Entry(finding));
        } else if (!known.first.message().equals(finding.message())) {
            known.more += routers;
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            Finding first = entry.first;
            findings.add(entry.more == 0 ? first
                    : new Finding(first.rule(), first.message() + " (and " + entry.more + " more like it)", first.origin()));
        }
        return findings;
    }
}
