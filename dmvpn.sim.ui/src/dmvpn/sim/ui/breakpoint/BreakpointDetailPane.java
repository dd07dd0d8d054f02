package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.SimulationBreakpoint;
import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.IDetailPane;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/**
 * Below the list of the Breakpoints view: what is said of the selected one. What is sound counts when a field is left, by Enter, and
 * before a command is done, as a run that is resumed by a key has to know it.
 */
final class BreakpointDetailPane implements IDetailPane {

    static final String ID = "dmvpn.sim.ui.breakpointDetails";
    static final String NAME = "DMVPN Breakpoint";

    private ScrolledComposite frame;
    private Composite page;
    private BreakpointForm form;
    private Label problem;
    private Optional<SimulationBreakpoint> shown = Optional.empty();
    private boolean edited;
    private final IExecutionListener commands = new IExecutionListener() {
        @Override
        public void preExecute(String commandId, ExecutionEvent event) {
            keep();
        }

        @Override
        public void postExecuteSuccess(String commandId, Object result) {
            // done
        }

        @Override
        public void postExecuteFailure(String commandId, ExecutionException failure) {
            // not done
        }

        @Override
        public void notHandled(String commandId, NotHandledException nobody) {
            // nothing was done
        }
    };

    @Override
    public void init(IWorkbenchPartSite site) {
        // needs nothing of the view
    }

    @Override
    public Control createControl(Composite parent) {
        frame = new ScrolledComposite(parent, SWT.V_SCROLL);
        frame.setExpandHorizontal(true);
        frame.setExpandVertical(true);
        page = new Composite(frame, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        form = new BreakpointForm(page, this::edited);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        problem = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(5, 0).applyTo(problem);
        for (Control field : form.control().getChildren()) {
            field.addListener(SWT.FocusOut, event -> keep());
            field.addListener(SWT.DefaultSelection, event -> keep());
        }
        frame.setContent(page);
        fit();
        ICommandService workbench = PlatformUI.getWorkbench().getService(ICommandService.class);
        workbench.addExecutionListener(commands);
        frame.addListener(SWT.Dispose, event -> workbench.removeExecutionListener(commands));
        return frame;
    }

    private void fit() {
        page.layout();
        frame.setMinHeight(page.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private void edited() {
        edited = true;
        problem.setText(form.problem().orElse(""));
        fit();
    }

    private void keep() {
        if (!edited || shown.isEmpty() || form.problem().isPresent()) {
            return;
        }
        edited = false;
        try {
            form.keep(shown.get());
        } catch (CoreException gone) {
            problem.setText("The breakpoint was removed meanwhile");
        }
    }

    @Override
    public void display(IStructuredSelection selection) {
        keep();
        shown = selection != null && selection.size() == 1 && selection.getFirstElement() instanceof SimulationBreakpoint breakpoint
                ? Optional.of(breakpoint) : Optional.empty();
        if (!page.isDisposed()) {
            edited = false;
            form.show(shown);
            problem.setText("");
        }
    }

    @Override
    public boolean setFocus() {
        form.setFocus();
        return true;
    }

    @Override
    public void dispose() {
        if (frame != null) {
            frame.dispose();
        }
    }

    @Override
    public String getID() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return "What a DMVPN breakpoint stops at, and what it tells";
    }
}
