package dmvpn.sim.fidelity;

import dmvpn.sim.fidelity.Evidence.ShowingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page on fidelity in Markdown. The same catalogue and tests give the same text. */
final class FidelityPage {

    private static final String MARK = "<!-- Written by FidelityTest from dmvpn.sim's tests. Do not edit. -->\n";
    private static final String SOURCES = "../dmvpn.sim/src/test/java/";

    private final Catalogue catalogue;
    private final Evidence evidence;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Class<?>> linked = new TreeMap<>();

    private FidelityPage(Catalogue catalogue, Evidence evidence) {
        this.catalogue = catalogue;
        this.evidence = evidence;
    }

    static String of(Catalogue catalogue, Evidence evidence) {
        return new FidelityPage(catalogue, evidence).write();
    }

    private String write() {
        text.append(MARK).append("""
                # Fidelity

                What the simulator does of the standards that a DMVPN network rests on, clause by clause, and which test shows it.

                - **modelled**: as the standard demands
                - **simplified**: the effect is there in another or a lesser form; *instead* says in which
                - **absent**: not there; *instead* says why, and what happens in its place

                Where a platform is known to do otherwise than the standard, the simulator does as the platform: that is a switch.
                [The simulator](simulator.md) describes the whole; what no standard is about, such as redirects and shortcuts, stands there.

                """);
        counts();
        catalogue.standards().forEach(this::standard);
        switches();
        links();
        return text.toString();
    }

    private void counts() {
        text.append("| standard | clauses | modelled | simplified | absent |\n|---|---|---|---|---|\n");
        for (Standard standard : catalogue.standards()) {
            String anchor = heading(standard).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
            text.append("| [").append(standard.name()).append("](#").append(anchor).append(") ").append(standard.title()).append(" | ")
                    .append(standard.clauses().size());
            for (Level level : Level.values()) {
                text.append(" | ").append(standard.count(level));
            }
            text.append(" |\n");
        }
        text.append("\nThe ").append(catalogue.switches().size())
                .append(" numbered [switches of the platforms](#switches-of-the-platforms) are at the end.\n");
    }

    private static String heading(Standard standard) {
        return standard.name() + " " + standard.title();
    }

    private void standard(Standard standard) {
        text.append("\n## ").append(heading(standard)).append('\n');
        for (Standard.Section section : standard.sections()) {
            text.append("\n### ").append(section.number()).append(' ').append(section.title()).append("\n\n");
            for (Clause clause : section.clauses()) {
                text.append("- `").append(clause.name()).append("` **").append(clause.level().label()).append("**: ")
                        .append(clause.demand()).append('\n');
                if (!clause.instead().isEmpty()) {
                    text.append("  *Instead:* ").append(clause.instead()).append('\n');
                }
                shownBy("  ", standard.idOf(clause));
            }
        }
    }

    private void shownBy(String indentation, String id) {
        List<String> tests = new ArrayList<>();
        Class<?> last = null;
        for (ShowingTest test : evidence.of(id)) {
            String name = test.type().getSimpleName();
            linked.put(name, test.type());
            tests.add((test.type() == last ? "" : "[" + name + "]: ") + test.words());
            last = test.type();
        }
        if (!tests.isEmpty()) {
            text.append(indentation).append("<br>").append(String.join("; ", tests)).append('\n');
        }
    }

    private void switches() {
        text.append("\n## Switches of the platforms\n\n| profile | platforms |\n|---|---|\n");
        catalogue.profiles().forEach(profile -> text.append("| ").append(profile.label()).append(" | ")
                .append(profile.title()).append(" |\n"));
        text.append('\n');
        for (BehaviourSwitch each : catalogue.switches()) {
            text.append("- `").append(each.id()).append("` **").append(each.name()).append("**, on for ")
                    .append(String.join(", ", each.profiles())).append('\n');
            side("on", each.on(), each.onId());
            side("off", each.off(), each.offId());
        }
    }

    private void side(String name, String does, String id) {
        text.append("  - *").append(name).append(":* ").append(does).append('\n');
        shownBy("    ", id);
    }

    private void links() {
        text.append('\n');
        linked.forEach((name, type) -> text.append('[').append(name).append("]: ").append(SOURCES)
                .append(type.getName().replaceAll("\\$.*", "").replace('.', '/')).append(".java\n"));
    }
}
