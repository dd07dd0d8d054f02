package dmvpn.diagram.ui.open;

import dmvpn.diagram.ui.editor.Beside;
import dmvpn.diagram.ui.editor.DiagramEditor;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** {@code Open Diagram}: of the selected file, else of the model in the active editor. */
public final class OpenDiagramHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<IEditorInput> input = selectedFile(event).<IEditorInput>map(FileEditorInput::new)
                .or(() -> Optional.ofNullable(HandlerUtil.getActiveEditor(event)).map(IEditorPart::getEditorInput)
                        .filter(edited -> edited.getName().endsWith(".dmvpn")));
        if (input.isPresent()) {
            try {
                open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), input.get());
            } catch (PartInitException failure) {
                throw new ExecutionException(failure.getMessage(), failure);
            }
        }
        return null;
    }

    private static void open(IWorkbenchPage page, IEditorInput input) throws PartInitException {
        int open = page.getEditorReferences().length;
        IEditorPart diagram = page.openEditor(input, DiagramEditor.ID, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        boolean isNew = page.getEditorReferences().length > open;
        for (IEditorReference reference : page.findEditors(input, null, IWorkbenchPage.MATCH_INPUT)) {
            if (isNew && reference.getEditor(false) instanceof ITextEditor text) {
                Beside.put(diagram, text);
                page.activate(diagram);
                return;
            }
        }
    }

    private static Optional<IFile> selectedFile(ExecutionEvent event) {
        return HandlerUtil.getActivePart(event) instanceof IEditorPart ? Optional.empty()
                : Optional.of(HandlerUtil.getCurrentSelection(event)).filter(IStructuredSelection.class::isInstance)
                        .map(selection -> ((IStructuredSelection) selection).getFirstElement())
                        .map(element -> Adapters.adapt(element, IFile.class))
                        .filter(file -> "dmvpn".equals(file.getFileExtension()));
    }
}
