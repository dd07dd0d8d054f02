package dmvpn.sim.ui.perspective;

import dmvpn.sim.ui.conversation.ConversationView;
import dmvpn.sim.ui.diagnosis.DiagnosisView;
import dmvpn.sim.ui.expectation.ExpectationsView;
import dmvpn.sim.ui.packet.PacketView;
import dmvpn.sim.ui.sequence.SequenceChartView;
import dmvpn.sim.ui.table.TablesView;
import dmvpn.sim.ui.timeline.TimelineView;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** Everything for a model in one arrangement: writing, running and debugging need no other. */
public final class DmvpnPerspective implements IPerspectiveFactory {

    /** Identifier of the perspective. */
    public static final String ID = "dmvpn.sim.ui.perspective";

    private static final String MODELS = "models";
    private static final String STRUCTURE = "structure";
    private static final String STATE = "state";
    private static final String RESULTS = "results";
    /** Toggle Breakpoint and its key belong to it. */
    private static final String BREAKPOINT_ACTION_SET = "org.eclipse.debug.ui.breakpointActionSet";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.createFolder(MODELS, IPageLayout.LEFT, 0.2f, editors).addView(ProjectExplorer.VIEW_ID);
        layout.createFolder("routers", IPageLayout.BOTTOM, 0.5f, MODELS).addView(IDebugUIConstants.ID_DEBUG_VIEW);
        IFolderLayout results = layout.createFolder(RESULTS, IPageLayout.BOTTOM, 0.66f, editors);
        results.addView(TimelineView.ID);
        results.addView(SequenceChartView.ID);
        results.addView(IPageLayout.ID_PROBLEM_VIEW);
        results.addPlaceholder(TablesView.ID);
        results.addPlaceholder(ExpectationsView.ID);
        results.addPlaceholder(ConversationView.ID);
        results.addPlaceholder(DiagnosisView.ID);
        results.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.createFolder(STRUCTURE, IPageLayout.RIGHT, 0.6f, editors).addView(IPageLayout.ID_OUTLINE);
        // A place of its own: behind the outline a step would change nothing that one sees.
        IFolderLayout state = layout.createFolder(STATE, IPageLayout.BOTTOM, 0.4f, STRUCTURE);
        state.addView(IDebugUIConstants.ID_VARIABLE_VIEW);
        state.addPlaceholder(PacketView.ID);
        state.addPlaceholder(IDebugUIConstants.ID_BREAKPOINT_VIEW);

        layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(TimelineView.ID);
        layout.addShowViewShortcut(PacketView.ID);
        layout.addShowViewShortcut(TablesView.ID);
        layout.addShowViewShortcut(ExpectationsView.ID);
        layout.addShowViewShortcut(ConversationView.ID);
        layout.addShowViewShortcut(DiagnosisView.ID);
        layout.addShowViewShortcut(SequenceChartView.ID);
        layout.addShowViewShortcut(IDebugUIConstants.ID_DEBUG_VIEW);
        layout.addShowViewShortcut(IDebugUIConstants.ID_VARIABLE_VIEW);
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addActionSet(BREAKPOINT_ACTION_SET);
        layout.addActionSet(IPageLayout.ID_NAVIGATE_ACTION_SET);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addActionSet("org.eclipse.search.searchActionSet");
        layout.addNewWizardShortcut("dmvpn.dsl.ui.newProject");
        layout.addNewWizardShortcut("dmvpn.dsl.ui.newModel");
        layout.addNewWizardShortcut("dmvpn.dsl.ui.newExample");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
    }
}
