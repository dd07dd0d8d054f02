package dmvpn.sim.fidelity;

import java.util.List;

/**
 * An RFC with the clauses that matter here.
 *
 * @param number of the RFC
 * @param title its title
 * @param sections sections in their order
 */
record Standard(String number, String title, List<Section> sections) {

    /**
     * A section with clauses.
     *
     * @param number such as {@code 5.2.3}
     * @param title its subject
     * @param clauses clauses in the order of the text
     */
    record Section(String number, String title, List<Clause> clauses) {
    }

    String name() {
        return "RFC " + number;
    }

    List<Clause> clauses() {
        return sections.stream().flatMap(section -> section.clauses().stream()).toList();
    }

    /** What tests call a clause: {@code RFC2332/5.2.3-unique}. */
    String idOf(Clause clause) {
        return "RFC" + number + "/" + clause.name();
    }

    long count(Level level) {
        return clauses().stream().filter(clause -> clause.level() == level).count();
    }
}
