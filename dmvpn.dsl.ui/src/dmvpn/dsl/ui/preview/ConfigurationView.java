package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.ModelPlace;
import dmvpn.app.preview.Preview;
import dmvpn.app.preview.PreviewLinks;
import dmvpn.app.preview.PreviewRequest;
import dmvpn.dsl.ui.export.ExportedFiles;
import dmvpn.dsl.ui.help.HelpContext;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.LanguageSessions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;

/**
 * The configuration of the router that the person is at, as an export would write it now. It follows the text while the
 * person types; while the model is broken the last sound text stays and is called old. Lines that the place at the caret
 * made are highlighted; a click on a line selects in the model what made it.
 */
public final class ConfigurationView extends ViewPart implements DiagnosticsListener, FollowedEditor.Listener {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.dsl.ui.preview.configuration";

    /** Parameter of the command that saves: the file, for callers that know it. */
    public static final String FILE = "dmvpn.dsl.ui.preview.saveAs.file";

    private static final String CONTEXT = "dmvpn.dsl.ui.preview.context";
    private static final String FORMAT = "format";
    private static final int MILLIS_UNTIL_CARET_RESTS = 100;

    private final LanguageSession session = LanguageSessions.current();
    private final IPreferenceChangeListener onExport = event -> later(() -> ask(OptionalInt.empty()));
    private final IPropertyChangeListener onTheme = event -> themeChanged(event.getProperty());
    private final Runnable caretRests = this::caretRests;
    private Display display;
    private FollowedEditor followed;
    private PreviewFeed feed;
    private ViewHeader header;
    private ConfigurationViewer viewer;
    private IAction pin;
    private String savedFormat = "";
    private IFile shownModel;
    private Preview.Written shown;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        savedFormat = memento == null || memento.getString(FORMAT) == null ? "" : memento.getString(FORMAT);
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(FORMAT, header.format());
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        feed = new PreviewFeed(session, display, this::answered);
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        HelpContext.CONFIGURATION.on(area);
        header = new ViewHeader(area, feed.service().formats(), savedFormat, () -> ask(OptionalInt.empty()));
        viewer = new ConfigurationViewer(area);
        viewer.sourceViewer().getControl().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        viewer.text().addListener(SWT.MouseUp, event -> goToModel(false));
        viewer.text().addListener(SWT.MouseDoubleClick, event -> goToModel(true));
        viewer.text().addListener(SWT.DefaultSelection, event -> goToModel(true));
        viewer.text().addVerifyKeyListener(event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                goToModel(true);
                event.doit = false;
            }
        });
        addActions();
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        session.addDiagnosticsListener(this);
        ExportedFiles.addListener(onExport);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(onTheme);
        followed = new FollowedEditor(getSite().getPage(), this);
        modelChanged();
    }

    private void pin(boolean isPinned) {
        followed.pin(isPinned);
        if (!isPinned) {
            caretRests(); // it may be elsewhere by now
        }
    }

    private void themeChanged(String changed) {
        if (changed.startsWith(PreviewColours.PREFIX)) {
            later(viewer::recolour);
        }
    }

    private void addActions() {
        ViewActions actions = new ViewActions(getViewSite());
        actions.add("org.eclipse.ui.navigate.next", "Next Difference", "next-difference.svg", () -> viewer.goToDifference(true));
        actions.add("org.eclipse.ui.navigate.previous", "Previous Difference", "previous-difference.svg",
                () -> viewer.goToDifference(false));
        pin = actions.addToggle("dmvpn.dsl.ui.preview.pin", "Pin to This Router", "pin.svg", this::pin);
        actions.add("dmvpn.dsl.ui.preview.goToModel", "Go to Model", "model.svg", () -> goToModel(true));
        actions.add("dmvpn.dsl.ui.preview.saveAs", "Save Configuration As…", ISharedImages.IMG_ETOOL_SAVEAS_EDIT,
                event -> save(event.getParameter(FILE)), () -> save(null));
        actions.editText(this, viewer.sourceViewer().getTextOperationTarget());
    }

    @Override
    public void setFocus() {
        viewer.text().setFocus();
    }

    @Override
    public void dispose() {
        session.removeDiagnosticsListener(this);
        ExportedFiles.removeListener(onExport);
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(onTheme);
        if (followed != null) {
            followed.dispose();
            feed.cancel();
        }
        super.dispose();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == IFindReplaceTarget.class ? type.cast(viewer.sourceViewer().getFindReplaceTarget()) : super.getAdapter(type);
    }

    /** On the server's thread: the problems of a document are known, so its network is. */
    @Override
    public void published(URI document, List<Diagnostic> problems) {
        later(() -> {
            if (followed.uri().filter(document::equals).isPresent()) {
                ask(OptionalInt.empty());
            }
        });
    }

    private void later(Runnable step) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!viewer.isDisposed()) {
                    step.run();
                }
            });
        }
    }

    @Override
    public void modelChanged() {
        if (followed == null) {
            return; // it is being set up
        }
        if (followed.uri().isPresent()) {
            ask(OptionalInt.of(followed.offset()));
        } else {
            feed.cancel();
            shownModel = null;
            shown = null;
            viewer.show(List.of(), List.of());
            header.empty("Open a model: this view shows the configuration of the router at the caret");
        }
    }

    @Override
    public void caretMoved() {
        display.timerExec(MILLIS_UNTIL_CARET_RESTS, caretRests);
    }

    private void caretRests() {
        if (!viewer.isDisposed() && followed.uri().isPresent()) {
            link();
            if (!pin.isChecked()) {
                ask(OptionalInt.of(followed.offset()));
            }
        }
    }

    private void ask(OptionalInt offset) {
        Optional<URI> document = followed.uri();
        Optional<IFile> model = followed.file();
        if (document.isPresent() && model.isPresent()) {
            feed.ask(document.get(), model.get(), new PreviewRequest(header.format(), header.router(), offset));
        }
    }

    private void answered(Preview preview, Comparison comparison) {
        if (viewer.isDisposed()) {
            return;
        }
        IFile model = followed.file().orElse(null);
        switch (preview) {
            case Preview.Written written -> {
                shown = written;
                shownModel = model;
                viewer.show(written.lines(), comparison.differences());
                header.show(written, comparison.summary());
                link();
            }
            case Preview.Refused refused -> {
                if (shown != null && model != null && model.equals(shownModel)) {
                    header.old(refused.reason());
                } else {
                    shown = null;
                    viewer.show(List.of(), List.of());
                    header.empty("No configuration: " + refused.reason());
                }
            }
        }
    }

    /** Highlights what the place at the caret made. */
    private void link() {
        Optional<IDocument> document = followed.document();
        if (shown == null || document.isEmpty()) {
            return;
        }
        try {
            int offset = Math.min(followed.offset(), document.get().getLength());
            int line = document.get().getLineOfOffset(offset) + 1;
            viewer.link(PreviewLinks.madeBy(shown.lines(), new ModelPlace(shown.model(), line, offset, 0)));
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void goToModel(boolean activate) {
        if (viewer.text().getSelectionCount() == 0 || activate) { // who selects text to copy it stays
            PreviewLinks.sourceOf(viewer.lines(), viewer.caretLine())
                    .ifPresent(place -> new ModelPlaces(getSite().getPage()).show(place, activate));
        }
    }

    private void save(String named) {
        if (shown != null) {
            Optional<Path> file = named == null ? SaveConfiguration.ask(getSite().getShell(), shown.fileName())
                    : Optional.of(Path.of(named));
            file.ifPresent(target -> SaveConfiguration.write(target, shown.text()));
        }
    }
}
