package dmvpn.sim.ui.command;

import dmvpn.sim.ui.sequence.SequenceChartView;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Writes the sequence chart into the file of its parameter, else into one that it asks for. */
public final class ExportSequenceHandler extends AbstractHandler {

    /** The file. */
    public static final String FILE = "dmvpn.sim.ui.exportSequence.file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String file = event.getParameter(FILE);
        try {
            SequenceChartView view = (SequenceChartView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(SequenceChartView.ID);
            if (file == null) {
                view.askForFile();
            } else {
                view.export(Path.of(file));
            }
        } catch (PartInitException | InvalidPathException failure) {
            throw new ExecutionException(failure.getMessage(), failure);
        }
        return null;
    }
}
