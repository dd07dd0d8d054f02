package dmvpn.sim.ui.watch;

import dmvpn.app.debug.watch.WatchCompletion;
import dmvpn.sim.ui.debug.CurrentSimulation;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Optional;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.fieldassist.ContentAssistCommandAdapter;

/** Completes expressions in a field by what there is where the current simulation stands; without one there is nothing to propose. */
public final class ExpressionProposals {

    private static final char[] STARTS = {'.', '['};

    private ExpressionProposals() {
    }

    /** Makes a field one of expressions: {@code Ctrl+Space}, a dot and a bracket complete. */
    public static void addTo(Text field) {
        ContentAssistCommandAdapter adapter = new ContentAssistCommandAdapter(field, new TextContentAdapter(),
                ExpressionProposals::proposals, null, STARTS, true);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
    }

    /** Each is the whole text with its end put in. */
    private static IContentProposal[] proposals(String text, int caret) {
        // Who runs is not asked: the person would wait for it.
        Optional<SimulationDebugTarget> simulation = CurrentSimulation.get().filter(SimulationDebugTarget::isSuspended);
        if (simulation.isEmpty()) {
            return new IContentProposal[0];
        }
        WatchCompletion completion = WatchCompletion.at(text.substring(0, caret), simulation.get().debugger().scope());
        String before = text.substring(0, completion.start());
        String behind = text.substring(caret);
        return completion.proposals().stream().map(each -> new ContentProposal(before + each + behind, each, null,
                before.length() + each.length())).toArray(IContentProposal[]::new);
    }
}
