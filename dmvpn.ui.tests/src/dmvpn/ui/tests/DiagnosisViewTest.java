package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps two ends apart at the time cursor. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagnosisViewTest {

    private IFile file;
    private SimulationProcess run;
    private IViewPart view;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        file = new ModelProject("diagnosis" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3);
        run = Launches.run(file);
        Ui.waitUntil("the end of the run", () -> run.isTerminated() && TimeCursor.ofWorkbench().place().hasState());
        view = Ui.get(() -> ModelProject.page().showView("dmvpn.sim.ui.diagnosis"));
    }

    @AfterEach
    void end() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(view));
        Launches.removeAll();
    }

    private void choose(int end, String name) {
        Ui.waitUntil(name, () -> {
            Combo combo = Views.controls(view, Combo.class).get(end);
            int index = List.of(combo.getItems()).indexOf(name);
            if (index >= 0) {
                combo.select(index);
                combo.notifyListeners(SWT.Selection, new Event());
            }
            return index >= 0;
        });
    }

    private Tree tree() {
        return Views.controls(view, Tree.class).getFirst();
    }

    private static List<String> texts(TreeItem[] items) {
        List<String> texts = new ArrayList<>();
        for (TreeItem item : items) {
            texts.add(item.getText());
            texts.addAll(texts(item.getItems()));
        }
        return texts;
    }

    @Test
    void whereAllIsWellEachLayerSaysSo() {
        Ui.waitUntil("the question", () -> Views.description(view).startsWith("Choose two routers or hosts"));
        choose(0, "Branch1");
        choose(1, "Branch2");

        Ui.waitUntil("the answer", () -> Views.description(view).endsWith(": all layers are well"));
        assertThat(Ui.get(() -> texts(tree().getItems()))).contains("physical: well", "IPsec: well", "GRE/NHRP: well", "routing: well")
                .anyMatch(line -> line.startsWith("Way there: "));
    }

    @Test
    void itFollowsTheCursorToWhenSomethingWasWrongAndLeadsToTheModel() {
        choose(0, "Branch1");
        choose(1, "HQ1");
        Ui.waitUntil("the answer", () -> Views.description(view).endsWith(": all layers are well"));
        int early = run.session().ofTrace(trace -> {
            int found = 0;
            while (!trace.event(found).message().equals("IKE_SA_INIT request sent")) {
                found++;
            }
            return found;
        });

        Views.moveTo(early);

        Ui.waitUntil("a finding", () -> Views.description(view).endsWith("1 finding"));
        List<String> lines = Ui.get(() -> texts(tree().getItems()));
        assertThat(lines).contains("physical: well", "IPsec: faulty", "routing: not looked at: it stands on a layer that is faulty")
                .anyMatch(line -> line.startsWith("Evidence: ")).anyMatch(line -> line.startsWith("Cause: ")).anyMatch(line -> line.startsWith("Mend: "));
        assertThat(Ui.get(() -> tree().getItem(3).getItem(0).getExpanded())).as("all of a finding is seen").isTrue();
        ModelProject.open(file);
        Ui.run(() -> ModelProject.page().activate(view));
        Screenshots.take("diagnosis");

        Ui.run(() -> {
            for (TreeItem layer : tree().getItems()) {
                if (layer.getText().equals("IPsec: faulty")) {
                    tree().setSelection(layer.getItem(0));
                    Event event = new Event();
                    event.item = layer.getItem(0);
                    tree().notifyListeners(SWT.Selection, event);
                }
            }
            Workbench.execute("dmvpn.sim.ui.diagnosis.goToModel");
        });
        ITextEditor editor = (ITextEditor) Ui.get(() -> ModelProject.page().getActiveEditor());
        assertThat(Ui.get(() -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getText())).contains("crypto Suite");
    }

    @Test
    void oneThatIsCancelledSaysSoAndTheNextOneAnswers() {
        choose(0, "Branch1");
        choose(1, "Branch2");
        Ui.waitUntil("the answer", () -> Views.description(view).endsWith(": all layers are well"));
        IJobChangeListener cancelling = new JobChangeAdapter() {
            @Override
            public void running(IJobChangeEvent event) {
                if (event.getJob().getName().equals("Reading the simulation for Diagnosis")) {
                    event.getJob().cancel();
                }
            }
        };
        Job.getJobManager().addJobChangeListener(cancelling);
        try {
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.diagnosis.swap"));

            Ui.waitUntil("it is said", () -> Views.description(view).startsWith("Cancelled"));
            assertThat(Ui.get(() -> tree().getItemCount())).isZero();
        } finally {
            Job.getJobManager().removeJobChangeListener(cancelling);
        }
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.diagnosis.swap"));
        Ui.waitUntil("the answer", () -> Views.description(view).endsWith(": all layers are well"));
    }

    @Test
    void hostsCanBeEndsAndWhatMakesNoSenseIsSaid() {
        choose(0, "Branch1");
        choose(1, "Branch1");
        Ui.waitUntil("why not", () -> Views.description(view).equals("A diagnosis is between two ends, and Branch1 is one"));

        List<String> ends = Ui.get(() -> List.of(Views.controls(view, Combo.class).getFirst().getItems()));
        String host = ends.stream().filter(name -> name.startsWith("Branch2") && !name.equals("Branch2")).findFirst().orElseThrow();
        choose(1, host);
        Ui.waitUntil("the answer", () -> Views.description(view).startsWith("Branch1 and Branch2 at "));

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.diagnosis.swap"));
        Ui.waitUntil("the other way", () -> Views.description(view).startsWith("Branch2 and Branch1 at "));
        Ui.run(() -> Workbench.execute("org.eclipse.ui.edit.copy"));
        assertThat(Views.clipboard()).startsWith("Branch2 and Branch1 at ").contains("way back: ");
    }
}
