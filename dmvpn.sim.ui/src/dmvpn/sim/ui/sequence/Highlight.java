package dmvpn.sim.ui.sequence;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.sequence.Causes;
import dmvpn.app.sequence.SequenceFigure;
import dmvpn.app.sequence.SequenceRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What stands out in a chart: the event under the time cursor, what led to it and what followed from it. */
final class Highlight {

    /** How an event relates to the one under the cursor. */
    enum Role {
        /** It is the one. */
        SELECTED("▶"),
        /** It led to it. */
        CAUSE("↑"),
        /** It followed from it. */
        CONSEQUENCE("↓"),
        /** Neither. */
        NONE("");

        private final String sign;

        Role(String sign) {
            this.sign = sign;
        }

        /** Stands beside the instant: colour alone says nothing to some. */
        String sign() {
            return sign;
        }
    }

    private final int selected;
    private final Causes causes;
    private final Set<Integer> chain;
    private final Map<Integer, Role> known = new HashMap<>();

    /** @param selected index of an event, or {@link DebugSession#BEFORE_FIRST_EVENT} */
    Highlight(int selected, Causes causes) {
        this.selected = selected;
        this.causes = causes;
        this.chain = new HashSet<>(causes.chainTo(selected));
    }

    /** The event under the cursor. */
    int selected() {
        return selected;
    }

    /** What an event is. */
    Role of(int event) {
        return known.computeIfAbsent(event, this::find);
    }

    private Role find(int event) {
        if (selected == DebugSession.BEFORE_FIRST_EVENT) {
            return Role.NONE;
        }
        if (event == selected) {
            return Role.SELECTED;
        }
        if (event < selected) {
            return chain.contains(event) ? Role.CAUSE : Role.NONE;
        }
        return causes.isConsequence(event, selected) ? Role.CONSEQUENCE : Role.NONE;
    }

    /** What a figure is: of the two events of a message the one that matters more. */
    Role of(SequenceFigure figure, SequenceRows rows) {
        Role one = of(rows.event(figure.row()));
        Role other = of(rows.event(figure.lastRow()));
        return one.compareTo(other) <= 0 ? one : other;
    }
}
