package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import dmvpn.sim.ui.debug.OpenText;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetExtension2;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Sets and removes breakpoints on lines of a model, by the ruler and by the platform's command. */
final class ModelBreakpointToggle implements IToggleBreakpointsTargetExtension2 {

    private static final String PAGE = "dmvpn.sim.ui.breakpointPage";

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return file(part) != null && selection instanceof ITextSelection;
    }

    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        IFile file = file(part);
        if (file == null || !(selection instanceof ITextSelection text)) {
            return;
        }
        int line = text.getStartLine() + 1;
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        Optional<ModelLineBreakpoint> known = at(file, line);
        if (known.isPresent()) {
            manager.removeBreakpoint(known.get(), true);
        } else {
            manager.addBreakpoint(breakpoint(part, file, line));
        }
    }

    private static ModelLineBreakpoint breakpoint(IWorkbenchPart part, IFile file, int line) throws CoreException {
        IDocument document = part instanceof ITextEditor editor ? editor.getDocumentProvider().getDocument(editor.getEditorInput()) : null;
        try {
            if (document != null) {
                IRegion text = document.getLineInformation(line - 1);
                return new ModelLineBreakpoint(file, line, text.getOffset(), text.getOffset() + text.getLength());
            }
        } catch (BadLocationException shorterMeanwhile) {
            // The line is all that is known of it.
        }
        return new ModelLineBreakpoint(file, line);
    }

    /** The breakpoint whose sign people see at a line: in a text that is not saved it may have been another line's. */
    private static Optional<ModelLineBreakpoint> at(IFile file, int line) throws CoreException {
        Optional<OpenText> open = OpenText.of(file);
        for (IBreakpoint known : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(SimulationDebugTarget.MODEL_ID)) {
            if (known instanceof ModelLineBreakpoint breakpoint && file.equals(breakpoint.getMarker().getResource())) {
                int saved = breakpoint.getLineNumber();
                if (line == open.map(text -> text.lineOf(breakpoint.getMarker())).orElse(OptionalInt.empty()).orElse(saved)) {
                    return Optional.of(breakpoint);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean canToggleBreakpointsWithEvent(IWorkbenchPart part, ISelection selection, Event event) {
        return canToggleLineBreakpoints(part, selection);
    }

    /** With {@code Ctrl} the breakpoint that is there is switched off or on, with {@code Shift} its properties open. */
    @Override
    public void toggleBreakpointsWithEvent(IWorkbenchPart part, ISelection selection, Event event) throws CoreException {
        IFile file = file(part);
        Optional<ModelLineBreakpoint> known = file != null && selection instanceof ITextSelection text
                ? at(file, text.getStartLine() + 1) : Optional.empty();
        int keys = event == null ? 0 : event.stateMask & (SWT.MOD1 | SWT.MOD2);
        if (known.isEmpty() || keys == 0) {
            toggleLineBreakpoints(part, selection);
        } else if ((keys & SWT.MOD1) != 0) {
            known.get().setEnabled(!known.get().isEnabled());
        } else {
            PreferencesUtil.createPropertyDialogOn(part.getSite().getShell(), known.get(), PAGE, null, null).open();
        }
    }

    @Override
    public boolean canToggleBreakpoints(IWorkbenchPart part, ISelection selection) {
        return canToggleLineBreakpoints(part, selection);
    }

    @Override
    public void toggleBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        toggleLineBreakpoints(part, selection);
    }

    private static IFile file(IWorkbenchPart part) {
        return part instanceof ITextEditor editor ? Adapters.adapt(editor.getEditorInput(), IFile.class) : null;
    }

    @Override
    public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        // models have no methods
    }

    @Override
    public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        // values that change are named in expressions: see the command for other breakpoints
    }
}
