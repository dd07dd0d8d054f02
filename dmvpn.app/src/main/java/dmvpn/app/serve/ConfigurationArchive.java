package dmvpn.app.serve;

import dmvpn.app.RequestException;
import dmvpn.app.export.ExportPlan;
import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportService;
import dmvpn.app.export.PlannedFile;
import dmvpn.app.files.IoProblem;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.glsp.CommandAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files that an export would write, as one that a browser can keep: a page writes nothing to folders. Values of secrets
 * stay out.
 */
final class ConfigurationArchive {

    private final ExportService exports;
    private final Path model;
    private final ProgressMonitor monitor;

    ConfigurationArchive(ExportService exports, Path model, ProgressMonitor monitor) {
        this.exports = exports;
        this.model = model;
        this.monitor = monitor;
    }

    /**
     * Says what there would be.
     *
     * @param routers names of routers; none for all
     */
    CommandAnswer listed(List<String> routers, String format, List<String> formats) {
        List<PlannedFile> files = plan(routers, format);
        return new CommandAnswer.Text("Export of " + (files.size() == 1 ? "one configuration" : files.size() + " configurations"),
                files.stream().map(file -> file.file().getFileName().toString()).collect(Collectors.joining("\n", "", "\n")),
                notes(files), List.of(new CommandAnswer.Option("format", "Format", formats, format)),
                Optional.of(new CommandAnswer.Next(ServedCommands.DOWNLOAD, "Download")));
    }

    private static List<String> notes(List<PlannedFile> files) {
        return files.stream().flatMap(file -> file.notes().stream().map(note -> file.router() + ": " + note)).toList();
    }

    /** The one file, or all in an archive. */
    CommandAnswer download(List<String> routers, String format) {
        List<PlannedFile> files = plan(routers, format);
        if (files.size() == 1) {
            return new CommandAnswer.Download(files.getFirst().file().getFileName().toString(), bytes(files.getFirst()));
        }
        String name = model.getFileName().toString();
        return new CommandAnswer.Download(name.substring(0, name.lastIndexOf('.')) + "-configurations.zip", zipped(files));
    }

    private static byte[] zipped(List<PlannedFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (PlannedFile file : files) {
                zip.putNextEntry(new ZipEntry(file.file().getFileName().toString()));
                zip.write(bytes(file));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(PlannedFile file) {
        return file.text().getBytes(StandardCharsets.UTF_8);
    }

    private synchronized List<PlannedFile> plan(List<String> routers, String format) {
        try {
            ExportPlan plan = exports.plan(model, new ExportRequest(routers, format, model.toAbsolutePath().getParent()), monitor);
            if (plan.isRefused()) {
                throw new EditRefusedException("A model with errors is not exported: mend them first. "
                        + plan.problems().stream().filter(Problem::isError).findFirst().map(Problem::message).orElse(""));
            }
            if (plan.files().isEmpty()) {
                throw new EditRefusedException("The model has no router to export");
            }
            return plan.files();
        } catch (RequestException refused) {
            throw new EditRefusedException("Nothing was exported: " + refused.getMessage());
        } catch (IOException failure) {
            throw new EditRefusedException("Nothing was exported: " + IoProblem.explain(failure));
        }
    }
}
