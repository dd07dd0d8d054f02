package dmvpn.sim.ui.watch;

import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchExpression;
import dmvpn.sim.ui.debug.CurrentSimulation;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for an expression, completes it, and shows what it comes to while it is typed. */
final class ExpressionDialog extends InputDialog {

    private static final int MILLIS_OF_A_PAUSE = 200;

    /** The same object each time, so that each letter puts it off. */
    private final Runnable pause = this::show;
    private Text value;

    ExpressionDialog(Shell parent, String expression) {
        super(parent, "Watch DMVPN Expression", "A table, a row or a value such as Branch1.nhrp[10.255.0.2].nbma, or a comparison. "
                + "Ctrl+Space completes.", expression, ExpressionDialog::problem);
    }

    private static String problem(String text) {
        try {
            WatchExpression.parse(text);
            return null;
        } catch (WatchException wrong) {
            return text.isBlank() ? "" : wrong.getMessage();
        }
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ExpressionProposals.addTo(getText());
        new Label(area, SWT.NONE).setText("Value where the simulation stands:");
        value = new Text(area, SWT.READ_ONLY | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        getText().addModifyListener(event -> value.getDisplay().timerExec(MILLIS_OF_A_PAUSE, pause));
        show();
        return area;
    }

    private void show() {
        if (value.isDisposed()) {
            return;
        }
        String expression = getText().getText();
        Optional<SimulationDebugTarget> simulation = CurrentSimulation.get().filter(SimulationDebugTarget::isSuspended);
        if (simulation.isEmpty()) {
            value.setText("no simulation is suspended");
            return;
        }
        Display display = value.getDisplay();
        Job.createSystem("Value of an expression", monitor -> {
            String text = valueOf(expression, simulation.get());
            display.asyncExec(() -> {
                if (!value.isDisposed() && getText().getText().equals(expression)) {
                    value.setText(text);
                }
            });
            return (IStatus) Status.OK_STATUS;
        }).schedule();
    }

    private static String valueOf(String expression, SimulationDebugTarget simulation) {
        try {
            return expression.isBlank() ? "" : simulation.debugger().evaluate(expression).text();
        } catch (WatchException wrong) {
            return wrong.getMessage();
        }
    }
}
