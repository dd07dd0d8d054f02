package dmvpn.diagram.ui.editor;

import dmvpn.app.diagram.DrawnFixes;
import dmvpn.app.diagram.DrawnRuns;
import dmvpn.diagram.glsp.DiagramRuns;
import dmvpn.diagram.glsp.DiagramServices;
import dmvpn.diagram.ui.browser.DiagramBrowser;
import dmvpn.diagram.ui.browser.NoBrowserException;
import dmvpn.diagram.ui.document.EditedDocument;
import dmvpn.diagram.ui.properties.DiagramPropertyPage;
import dmvpn.diagram.ui.properties.ElementPropertySource;
import dmvpn.diagram.ui.properties.PropertyEdits;
import dmvpn.diagram.ui.run.CursorRuns;
import dmvpn.diagram.ui.selection.DrawnPlaces;
import dmvpn.diagram.ui.selection.SelectedText;
import dmvpn.diagram.ui.selection.SelectionInDiagram;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/**
 * The diagram of a model. It edits the same buffer as the text editor of the file: what one changes the other shows, one undo
 * takes it back, and one save saves both.
 */
public final class DiagramEditor extends EditorPart {

    /** Identifier of the editor. */
    public static final String ID = "dmvpn.diagram.ui.editor";

    private static final String HELP = "dmvpn.diagram.ui.diagram";

    private final IFileBufferListener bufferListener = new BufferListener(this::bufferChanged, this::fileGone);
    private IPath location;
    private LocationKind kind;
    private ITextFileBuffer buffer;
    private EditedDocument document;
    private DiagramBrowser page;
    private SelectionInDiagram selection;
    private SelectionLink link;
    private EditMenu menu;
    private CursorRuns runs;
    private volatile boolean closed;
    private Control control;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        IFile file = input.getAdapter(IFile.class);
        kind = file == null ? LocationKind.LOCATION : LocationKind.IFILE;
        if (file != null) {
            location = file.getFullPath();
        } else if (input instanceof IURIEditorInput outside) {
            location = IPath.fromOSString(Path.of(outside.getURI()).toString());
        } else {
            throw new PartInitException("A diagram shows a file");
        }
        try {
            FileBuffers.getTextFileBufferManager().connect(location, kind, null);
        } catch (CoreException unreadable) {
            throw new PartInitException(unreadable.getStatus());
        }
        buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(location, kind);
        FileBuffers.getTextFileBufferManager().addFileBufferListener(bufferListener);
    }

    @Override
    public void createPartControl(Composite parent) {
        document = new EditedDocument(parent.getDisplay(), buffer.getDocument(), path());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, HELP);
        try {
            page = new DiagramBrowser(parent, document, services(parent.getDisplay()));
            control = page.widget();
            DrawnPlaces places = new DrawnPlaces(buffer.getDocument(), document.drawn());
            PropertyEdits edits = new PropertyEdits(document, getSite().getShell(), page::select);
            selection = new SelectionInDiagram(buffer.getDocument(), places, page,
                    id -> new ElementPropertySource(id, document.drawn(), edits));
            document.onSelection(selection::selected);
            document.listen(() -> onDisplay(selection::drawn));
            getSite().setSelectionProvider(selection);
            link = new SelectionLink(this, places, selection);
            link.begin();
            menu = new EditMenu(getEditorSite(), document.undoContext(), new SelectedText(buffer.getDocument(), places, selection));
            page.onTyping(menu::typing);
            if (runs != null) {
                runs.begin();
            }
        } catch (NoBrowserException reason) {
            StyledText text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
            text.setMargins(12, 12, 12, 12);
            text.setText(reason.getMessage());
            control = text;
        }
    }

    private DiagramServices services(Display display) {
        return new DiagramServices(runs(), new DrawnFixes(document.drawn(), document),
                new WorkbenchCommands(display, this, document.drawn()));
    }

    /** What is outside of the workspace cannot be launched: its page runs it by itself. */
    private DiagramRuns runs() {
        IFile file = getEditorInput().getAdapter(IFile.class);
        if (file == null) {
            return new DrawnRuns(document.drawn(), () -> closed);
        }
        runs = new CursorRuns(getSite().getShell().getDisplay(), file, document, instant -> page.show(instant));
        return runs;
    }

    private Path path() {
        IFile file = getEditorInput().getAdapter(IFile.class);
        return file == null ? location.toPath() : file.getLocation().toPath();
    }

    /** The page; empty when there is no browser engine. */
    public Optional<DiagramBrowser> page() {
        return Optional.ofNullable(page);
    }

    /** What other views show of the diagram, where they know how; the outline is that of the text. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IDocument.class) {
            return adapter.cast(buffer == null ? null : buffer.getDocument());
        }
        if (adapter == Control.class) {
            return adapter.cast(control);
        }
        if (adapter == IContentOutlinePage.class && page != null) {
            // The platform asks nobody who is not at work yet.
            return adapter.cast(Platform.getAdapterManager().loadAdapter(this, adapter.getName()));
        }
        if (adapter == IPropertySheetPage.class && page != null) {
            return adapter.cast(new DiagramPropertyPage(document, this, getSite().getSelectionProvider()));
        }
        return super.getAdapter(adapter);
    }

    /** The text behind the diagram. */
    public EditedDocument document() {
        return document;
    }

    private void bufferChanged(IFileBuffer changed) {
        if (changed == buffer) {
            onDisplay(() -> {
                firePropertyChange(PROP_DIRTY);
                if (document != null && !buffer.isDirty()) {
                    document.saved();
                }
            });
        }
    }

    /** What was not saved stays open: saving it writes the file again. */
    private void fileGone(IFileBuffer gone) {
        if (gone == buffer && !isSaveOnCloseNeeded()) {
            onDisplay(() -> getSite().getPage().closeEditor(this, false));
        }
    }

    /** What is told late may come when the editor is closed. */
    private void onDisplay(Runnable task) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!closed) {
                    task.run();
                }
            });
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        boolean overwrites = !buffer.isSynchronized();
        if (overwrites && !mayOverwrite()) {
            monitor.setCanceled(true);
            return;
        }
        try {
            buffer.commit(monitor, overwrites);
        } catch (CoreException failure) {
            monitor.setCanceled(true);
            ErrorDialog.openError(getSite().getShell(), "Save", "The model cannot be saved.", failure.getStatus());
        }
    }

    private boolean mayOverwrite() {
        return MessageDialog.open(MessageDialog.QUESTION, getSite().getShell(), "Changed by Another Program",
                "Another program has changed " + getPartName() + " since it was read. Overwrite what it has written?", SWT.NONE,
                "Overwrite", IDialogConstants.CANCEL_LABEL) == 0;
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("A diagram is saved with its text");
    }

    @Override
    public boolean isDirty() {
        return buffer != null && buffer.isDirty();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    /** Nobody is asked to save what another editor still shows. */
    @Override
    public boolean isSaveOnCloseNeeded() {
        return isDirty() && !buffer.isShared();
    }

    @Override
    public void setFocus() {
        control.setFocus();
        if (page != null) {
            page.focusDiagram();
        }
    }

    @Override
    public void dispose() {
        closed = true;
        FileBuffers.getTextFileBufferManager().removeFileBufferListener(bufferListener);
        if (link != null) {
            link.end();
            menu.dispose();
            if (runs != null) {
                runs.end();
            }
        }
        if (document != null) {
            document.close();
        }
        if (buffer != null) {
            try {
                FileBuffers.getTextFileBufferManager().disconnect(location, kind, null);
            } catch (CoreException gone) {
                buffer = null; // with its file
            }
        }
        super.dispose();
    }
}
