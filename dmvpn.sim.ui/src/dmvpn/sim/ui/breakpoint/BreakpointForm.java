package dmvpn.sim.ui.breakpoint;

import dmvpn.app.debug.breakpoint.Direction;
import dmvpn.sim.ui.debug.BreakpointDetails;
import dmvpn.sim.ui.debug.EventBreakpoint;
import dmvpn.sim.ui.debug.SimulationBreakpoint;
import dmvpn.sim.ui.watch.ExpressionProposals;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Fields for what may be said of a breakpoint: a router, a way, a condition, the first hit that stops, a text to tell instead. */
final class BreakpointForm {

    private static final String[] WAYS = {"sent or received", "sent", "received"};

    private final Composite fields;
    private final Text router;
    private final Combo direction;
    private final Text condition;
    private final Text hits;
    private final Text log;
    private boolean filling;

    /** @param edited told whenever a person has changed a field */
    BreakpointForm(Composite parent, Runnable edited) {
        Runnable changed = () -> {
            if (!filling) {
                edited.run();
            }
        };
        fields = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(fields);
        condition = field("&Condition:", "such as Branch1.nhrp.count > 2 and time > 30s", changed);
        ExpressionProposals.addTo(condition);
        router = field("&Router:", "any", changed);
        new Label(fields, SWT.NONE).setText("&Direction:");
        direction = new Combo(fields, SWT.READ_ONLY);
        direction.setItems(WAYS);
        direction.addModifyListener(event -> changed.run());
        hits = field("From &hit:", "1", changed);
        log = field("&Tell instead of stopping:", "such as {event.router} at {time}", changed);
    }

    private Text field(String name, String example, Runnable changed) {
        new Label(fields, SWT.NONE).setText(name);
        Text text = new Text(fields, SWT.BORDER | SWT.SINGLE);
        text.setMessage(example);
        text.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(text);
        return text;
    }

    Composite control() {
        return fields;
    }

    void setFocus() {
        condition.setFocus();
    }

    /** Shows a breakpoint, or nothing. */
    void show(Optional<SimulationBreakpoint> breakpoint) {
        Optional<BreakpointDetails> details = breakpoint.flatMap(SimulationBreakpoint::details);
        BreakpointDetails shown = details.orElse(BreakpointDetails.NONE);
        filling = true;
        try {
            router.setText(shown.router());
            condition.setText(shown.condition());
            hits.setText(shown.hits());
            log.setText(shown.log());
            Optional<EventBreakpoint> messages = breakpoint.flatMap(BreakpointForm::ofMessages);
            direction.select(messages.flatMap(EventBreakpoint::direction).map(way -> way.ordinal() + 1).orElse(0));
            for (Text field : new Text[] {router, condition, hits, log}) {
                field.setEnabled(details.isPresent());
            }
            direction.setEnabled(messages.isPresent());
        } finally {
            filling = false;
        }
    }

    private static Optional<EventBreakpoint> ofMessages(SimulationBreakpoint breakpoint) {
        return breakpoint instanceof EventBreakpoint event && event.hasDirection() ? Optional.of(event) : Optional.empty();
    }

    private BreakpointDetails written() {
        return new BreakpointDetails(router.getText().strip(), condition.getText().strip(), hits.getText().strip(), log.getText());
    }

    /** What is wrong with what is written, in a sentence. */
    Optional<String> problem() {
        return written().problem();
    }

    /** Says to a breakpoint what is written; nothing when that is what it says already. */
    void keep(SimulationBreakpoint breakpoint) throws CoreException {
        if (!breakpoint.details().equals(Optional.of(written()))) {
            breakpoint.say(written());
        }
        Optional<EventBreakpoint> messages = ofMessages(breakpoint);
        Optional<Direction> way = Optional.of(direction.getSelectionIndex()).filter(index -> index > 0).map(index -> Direction.values()[index - 1]);
        if (messages.isPresent() && !messages.get().direction().equals(way)) {
            messages.get().goOneWay(way);
        }
    }
}
