package dmvpn.sim.ui.diagnosis;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.diagnosis.DiagnosisEnds;
import dmvpn.app.debug.diagnosis.SessionDiagnosis;
import dmvpn.app.diagnose.DiagnosedLayer;
import dmvpn.app.diagnose.DiagnosisText;
import dmvpn.app.diagnose.Finding;
import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.ui.timeline.ModelLine;
import dmvpn.sim.ui.view.ClipboardText;
import dmvpn.sim.ui.view.CursorView;
import dmvpn.sim.ui.view.ViewActions;
import dmvpn.sim.ui.view.ViewHelp;
import dmvpn.sim.ui.view.ViewImages;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchCommandConstants;

/**
 * What keeps two ends apart at the time cursor, layer by layer: evidence, cause and mend of what is wrong. It is looked at anew when
 * other ends are chosen, and when the cursor has moved.
 */
public final class DiagnosisView extends CursorView<DiagnosisView.Answer> {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.diagnosis";

    /**
     * What came of it.
     *
     * @param ends names of all ends
     * @param diagnosis what was found; empty without two ends, when it was cancelled, or when there is nothing to diagnose
     * @param problem why there is none, for people
     */
    record Answer(List<String> ends, Optional<SessionDiagnosis> diagnosis, String problem) {
    }

    private EndsBar ends;
    private Tree tree;
    private IAction goToModel;
    private Optional<SessionDiagnosis> shown = Optional.empty();
    private volatile String from = "";
    private volatile String to = "";

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.DIAGNOSIS.on(parent);
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        whole.setLayout(layout);
        ends = new EndsBar(whole, this::chosen);
        tree = new Tree(whole, SWT.SINGLE | SWT.FULL_SELECTION);
        tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tree.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Layers with what was found"));
        ViewActions actions = new ViewActions(getViewSite());
        goToModel = actions.add("dmvpn.sim.ui.diagnosis.goToModel", "Go to Model", "model.svg", this::goToModel);
        actions.add("dmvpn.sim.ui.diagnosis.swap", "Swap Ends", "swap-ends.svg", ends::swap);
        actions.global(IWorkbenchCommandConstants.EDIT_COPY,
                () -> shown.ifPresent(each -> ClipboardText.copy(String.join("\n", new DiagnosisText(each.diagnosis()).lines()))));
        tree.addListener(SWT.Selection, event -> updateActions());
        tree.addListener(SWT.DefaultSelection, event -> goToModel());
        MenuManager menu = new MenuManager();
        menu.add(goToModel);
        tree.setMenu(menu.createContextMenu(tree));
        updateActions();
        follow();
    }

    private void chosen() {
        from = ends.from();
        to = ends.to();
        refresh();
    }

    @Override
    protected boolean isLongWork() {
        return true;
    }

    @Override
    protected Answer read(DebugSession session, IProgressMonitor monitor) {
        List<String> names = DiagnosisEnds.of(session).names();
        if (!names.contains(from) || !names.contains(to)) {
            return new Answer(names, Optional.empty(), "Choose two routers or hosts: this view says what keeps them apart");
        }
        try {
            Optional<SessionDiagnosis> diagnosis = SessionDiagnosis.of(session, from, to, monitor::isCanceled);
            return new Answer(names, diagnosis, "Cancelled");
        } catch (RequestException nothing) {
            return new Answer(names, Optional.empty(), nothing.getMessage());
        }
    }

    @Override
    protected void show(Answer answer) {
        ends.offer(answer.ends());
        shown = answer.diagnosis();
        tree.setRedraw(false);
        tree.removeAll();
        shown.ifPresent(this::fill);
        tree.setRedraw(true);
        setContentDescription(shown.map(DiagnosisView::summary).orElse(answer.problem()));
        updateActions();
    }

    private static String summary(SessionDiagnosis found) {
        int findings = found.diagnosis().findings().size();
        return found.diagnosis().from() + " and " + found.diagnosis().to() + " at " + TimeText.instant(found.diagnosis().timeNanos()) + " s: "
                + (findings == 0 ? "all layers are well" : findings == 1 ? "1 finding" : findings + " findings");
    }

    private void fill(SessionDiagnosis found) {
        item(null, "Way there: " + found.diagnosis().forward());
        item(null, "Way back: " + found.diagnosis().backward());
        for (DiagnosedLayer layer : found.diagnosis().layers()) {
            TreeItem ofLayer = item(null, layer.layer().title() + ": " + layer.status().title());
            ofLayer.setImage(ViewImages.of(switch (layer.status()) {
                case WELL -> "expectation-met.svg";
                case FAULTY -> "expectation-violated.svg";
                case NOT_LOOKED_AT -> "expectation-open.svg";
            }));
            for (Finding finding : layer.findings()) {
                TreeItem ofFinding = item(ofLayer, "At " + finding.router());
                part(ofFinding, "Evidence: " + finding.evidence(), finding);
                part(ofFinding, "Cause: " + finding.cause(), finding);
                part(ofFinding, "Mend: " + finding.mend(), finding);
                ofFinding.setData(finding);
            }
            ofLayer.setData(layer.findings().isEmpty() ? null : layer.findings().getFirst());
            open(ofLayer);
        }
    }

    /** From the outside in: a tree does not open what is not shown yet. */
    private static void open(TreeItem item) {
        item.setExpanded(true);
        for (TreeItem child : item.getItems()) {
            open(child);
        }
    }

    private TreeItem item(TreeItem parent, String text) {
        TreeItem item = parent == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(parent, SWT.NONE);
        item.setText(text);
        return item;
    }

    private void part(TreeItem parent, String text, Finding finding) {
        item(parent, text).setData(finding);
    }

    @Override
    protected void clear() {
        shown = Optional.empty();
        tree.removeAll();
        updateActions();
    }

    private Optional<Origin> origin() {
        TreeItem[] selected = tree.getSelection();
        return shown.filter(found -> selected.length == 1 && selected[0].getData() instanceof Finding)
                .map(found -> found.originOf((Finding) selected[0].getData())).filter(Origin::isKnown);
    }

    private void updateActions() {
        goToModel.setEnabled(origin().isPresent());
    }

    private void goToModel() {
        origin().ifPresent(where -> ModelLine.open(getSite().getPage(), where));
    }

    @Override
    protected void recolour() {
        // Its colours are those of the tree.
    }

    @Override
    protected Control control() {
        return tree;
    }

    @Override
    public void setFocus() {
        ends.setFocus();
    }
}
