package dmvpn.sim.ui.launch;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;

/** The scenarios of the model that a launch configuration names. To be used on the UI thread; models are read beside it. */
final class ModelScenarios {

    private Optional<IFile> known = Optional.empty();
    private List<String> names = List.of();

    /** Reads a model, lists its scenarios in a field, and then tells that more is known. */
    void read(IFile model, Combo field, Runnable more) {
        if (known.filter(model::equals).isPresent() || model.getLocation() == null) {
            return;
        }
        java.nio.file.Path file = model.getLocation().toPath();
        Display display = field.getDisplay();
        Job.createSystem("Scenarios of " + model.getName(), monitor -> {
            Optional<List<String>> read = scenarios(file);
            display.asyncExec(() -> {
                if (!field.isDisposed() && read.isPresent()) {
                    known = Optional.of(model);
                    names = read.get();
                    String written = field.getText();
                    field.setItems(names.toArray(String[]::new));
                    field.setText(written);
                    more.run();
                }
            });
            return (IStatus) Status.OK_STATUS;
        }).schedule();
    }

    /** Empty for a model of which nothing can be said; a launch tells why. */
    private static Optional<List<String>> scenarios(java.nio.file.Path file) {
        try {
            return ModelReader.standalone().readOne(file, ProgressMonitor.NONE).network().map(CompiledNetwork::scenarios)
                    .map(all -> all.stream().map(Scenario::name).toList());
        } catch (RequestException severalModels) {
            return Optional.empty();
        }
    }

    /** What is wrong with the name of a scenario; nothing as long as the model has not been read. */
    Optional<String> problem(IFile model, String scenario) {
        boolean right = scenario.isEmpty() || known.filter(model::equals).isEmpty()
                || names.stream().anyMatch(name -> name.equals(scenario) || name.startsWith(scenario + "["));
        return right ? Optional.empty() : Optional.of("The model has no scenario '" + scenario + "'; it has "
                + (names.isEmpty() ? "none" : String.join(", ", names)));
    }
}
