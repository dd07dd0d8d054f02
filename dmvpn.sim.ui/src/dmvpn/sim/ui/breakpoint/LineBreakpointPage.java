package dmvpn.sim.ui.breakpoint;

import dmvpn.app.debug.watch.LogText;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchExpression;
import dmvpn.sim.ui.debug.BreakpointDetails;
import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PropertyPage;

/** What may be said of a line breakpoint: a condition, the first hit that stops, a text to tell instead of stopping. */
public final class LineBreakpointPage extends PropertyPage {

    private Text condition;
    private Text hits;
    private Text log;

    @Override
    protected Control createContents(Composite parent) {
        noDefaultAndApplyButton();
        Composite fields = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        BreakpointDetails details = breakpoint().map(each -> BreakpointDetails.of(each.getMarker()))
                .orElse(new BreakpointDetails("", "", ""));
        condition = field(fields, "&Condition:", details.condition(), "such as Branch1.nhrp.count > 2 and time > 30s");
        hits = field(fields, "From &hit:", details.hits(), "1");
        log = field(fields, "&Tell instead of stopping:", details.log(), "such as {event.router} at {time}");
        return fields;
    }

    private Optional<ModelLineBreakpoint> breakpoint() {
        return Optional.ofNullable(Adapters.adapt(getElement(), ModelLineBreakpoint.class));
    }

    private Text field(Composite parent, String name, String value, String example) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(name);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setMessage(example);
        text.addModifyListener(event -> check());
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void check() {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        setValid(problem.isEmpty());
    }

    private Optional<String> problem() {
        try {
            if (!condition.getText().isBlank()) {
                WatchExpression.parse(condition.getText());
            }
            LogText.parse(log.getText());
        } catch (WatchException wrong) {
            return Optional.of(wrong.getMessage());
        }
        return hits.getText().isBlank() || hits.getText().strip().matches("[1-9]\\d{0,8}") ? Optional.empty()
                : Optional.of("The first hit that stops is a number from 1 on");
    }

    @Override
    public boolean performOk() {
        Optional<ModelLineBreakpoint> breakpoint = breakpoint();
        try {
            if (breakpoint.isPresent()) {
                new BreakpointDetails(condition.getText().strip(), hits.getText().strip(), log.getText()).keep(breakpoint.get().getMarker());
            }
            return true;
        } catch (CoreException gone) {
            setErrorMessage("The breakpoint was removed meanwhile");
            return false;
        }
    }
}
