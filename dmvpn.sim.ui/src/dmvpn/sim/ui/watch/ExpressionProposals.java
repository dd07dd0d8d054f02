package dmvpn.sim.ui.watch;

import dmvpn.app.debug.watch.WatchCompletion;
import dmvpn.sim.ui.debug.CurrentSimulation;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.fieldassist.ContentAssistCommandAdapter;

/**
 * Completes expressions in a field by what there is where the current simulation stands; without one there is nothing to propose.
 * Tables are looked at in a job: those of a large router take their time, and whoever types does not wait for them.
 */
public final class ExpressionProposals {

    private static final char[] STARTS = {'.', '['};

    /** Nobody notices so long a pause; most answers are there by then, and the list needs not be opened again. */
    private static final long MOST_MILLIS_OF_WAITING = 30;

    private final Text field;
    private final Popup popup;
    private Optional<Question> asked = Optional.empty();
    private CompletableFuture<List<IContentProposal>> answer = CompletableFuture.completedFuture(List.of());

    /** What was asked. */
    private record Question(String text, int caret, SimulationDebugTarget simulation, int event) {

        /** Each is the whole text with its end put in. */
        List<IContentProposal> proposals() {
            WatchCompletion completion = WatchCompletion.at(text.substring(0, caret), simulation.debugger().scope());
            String before = text.substring(0, completion.start());
            String behind = text.substring(caret);
            return completion.proposals().stream().<IContentProposal>map(each -> new ContentProposal(before + each + behind, each, null,
                    before.length() + each.length())).toList();
        }
    }

    /** The list below the field. */
    private static final class Popup extends ContentAssistCommandAdapter {

        Popup(Text field, ExpressionProposals proposals) {
            super(field, new TextContentAdapter(), proposals::of, null, STARTS, true);
            setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        }

        void open() {
            openProposalPopup();
        }
    }

    private ExpressionProposals(Text field) {
        this.field = field;
        this.popup = new Popup(field, this);
    }

    /** Makes a field one of expressions: {@code Ctrl+Space}, a dot and a bracket complete. */
    public static void addTo(Text field) {
        new ExpressionProposals(field);
    }

    private IContentProposal[] of(String text, int caret) {
        // Who runs is not asked: the person would wait for it.
        Optional<Question> question = CurrentSimulation.get().filter(SimulationDebugTarget::isSuspended)
                .map(simulation -> new Question(text, caret, simulation, simulation.session().eventIndex()));
        if (!question.equals(asked)) {
            asked = question;
            answer = question.map(this::ask).orElseGet(() -> CompletableFuture.completedFuture(List.of()));
        }
        return answered().orElse(List.of()).toArray(IContentProposal[]::new);
    }

    private Optional<List<IContentProposal>> answered() {
        try {
            return Optional.of(answer.get(MOST_MILLIS_OF_WAITING, TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            answer.thenRun(() -> field.getDisplay().asyncExec(this::open));
            return Optional.empty();
        } catch (InterruptedException | ExecutionException nothing) {
            return Optional.empty();
        }
    }

    private CompletableFuture<List<IContentProposal>> ask(Question question) {
        CompletableFuture<List<IContentProposal>> proposals = new CompletableFuture<>();
        Job.createSystem("Completing an expression", monitor -> {
            try {
                proposals.complete(question.proposals());
            } finally {
                proposals.complete(List.of()); // where a defect left it without
            }
            return (IStatus) Status.OK_STATUS;
        }).schedule();
        return proposals;
    }

    /** Opens the list that came late, unless something else was typed meanwhile. */
    private void open() {
        boolean isWanted = !field.isDisposed() && field.isFocusControl()
                && asked.filter(question -> question.text().equals(field.getText()) && question.caret() == field.getCaretPosition()).isPresent();
        if (isWanted && !answer.getNow(List.of()).isEmpty()) {
            popup.open();
        }
    }
}
