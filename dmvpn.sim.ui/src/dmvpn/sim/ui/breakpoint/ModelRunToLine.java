package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** The platform's command to run to the line of the caret: to the next event that the line configured. */
final class ModelRunToLine implements IRunToLineTarget {

    @Override
    public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume target) {
        return selection instanceof ITextSelection && simulation(target).filter(SimulationDebugTarget::canResume).isPresent();
    }

    @Override
    public void runToLine(IWorkbenchPart part, ISelection selection, ISuspendResume target) {
        if (!(part instanceof ITextEditor editor) || !(selection instanceof ITextSelection caret)) {
            return;
        }
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        if (file != null && file.getLocation() != null) {
            String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
            simulation(target).ifPresent(simulation -> simulation.runToLine(file, text, caret.getStartLine() + 1));
        }
    }

    private static Optional<SimulationDebugTarget> simulation(ISuspendResume target) {
        return target instanceof IDebugElement element && element.getDebugTarget() instanceof SimulationDebugTarget simulation
                ? Optional.of(simulation) : Optional.empty();
    }
}
