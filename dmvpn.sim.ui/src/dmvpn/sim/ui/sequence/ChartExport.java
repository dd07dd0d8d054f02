package dmvpn.sim.ui.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;

/** Writes the chart into a file that people choose. */
final class ChartExport {

    private ChartExport() {
    }

    /** Asks for a file, and writes it. */
    static void ask(SequenceChartView view) {
        if (!view.canExport()) {
            return;
        }
        FileDialog question = new FileDialog(view.getSite().getShell(), SWT.SAVE);
        question.setText("Export Sequence Chart");
        question.setFilterExtensions(new String[] {"*.svg", "*.png"});
        question.setFilterNames(new String[] {"Scalable picture (*.svg)", "Picture of pixels (*.png)"});
        question.setFileName("sequence.svg");
        question.setOverwrite(true);
        String file = question.open();
        if (file != null) {
            view.export(Path.of(file));
        }
    }

    /** Draws and writes in a job, which can be cancelled. What went wrong is said. */
    static void write(ChartFrame frame, Path file, Shell shell) {
        ChartFile.Part part = ChartFile.part(frame.layout(), frame.firstRow(), file);
        Display display = shell.getDisplay();
        IJobFunction writing = monitor -> write(frame, part, file, display, monitor);
        Job job = Job.create("Writing " + file.getFileName(), writing);
        job.setUser(true);
        job.schedule();
    }

    private static IStatus write(ChartFrame frame, ChartFile.Part part, Path file, Display display, IProgressMonitor monitor) {
        try {
            if (ChartFile.isPng(file)) {
                Optional<ImageData> picture = new ChartPicture(frame.layout(), part).draw(display, monitor);
                if (picture.isEmpty()) {
                    return Status.CANCEL_STATUS;
                }
                ChartFile.writePng(picture.get(), file);
            } else {
                ChartFile.writeSvg(frame.layout(), part, file);
            }
        } catch (IOException failure) {
            StatusManager.getManager().handle(new Status(IStatus.WARNING, ChartExport.class,
                    "The sequence chart was not written: " + file + ": " + failure.getMessage()), StatusManager.SHOW);
            return Status.OK_STATUS;
        }
        int all = frame.layout().count();
        if (part.end() - part.first() < all) {
            StatusManager.getManager().handle(new Status(IStatus.INFO, ChartExport.class, file.getFileName() + " has the events "
                    + (part.first() + 1) + " to " + part.end() + " of " + all + ": a picture holds no more. A filter leaves out others."), StatusManager.SHOW);
        }
        return Status.OK_STATUS;
    }
}
