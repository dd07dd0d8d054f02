package dmvpn.app.export;

import dmvpn.app.RequestException;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.files.RouterFiles;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.secrets.SecretValues;
import dmvpn.app.secrets.SecretsReader;
import dmvpn.config.WriterRegistry;
import dmvpn.config.writer.ConfigurationText;
import dmvpn.config.writer.ConfigurationWriter;
import dmvpn.config.writer.SecretResolver;
import dmvpn.config.writer.UnknownTargetException;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the configurations of a model's routers to files. */
public final class ExportService {

    private final ModelReader reader;
    private final WriterRegistry writers;

    /**
     * @param reader reads the models
     * @param writers formats that there are
     */
    public ExportService(ModelReader reader, WriterRegistry writers) {
        this.reader = reader;
        this.writers = writers;
    }

    /** A service with all formats of the product. */
    public static ExportService standard(ModelReader reader) {
        return new ExportService(reader, WriterRegistry.standard());
    }

    /** Formats that there are. */
    public List<String> targets() {
        return writers.keywords();
    }

    /**
     * Writes configurations, each file whole or not at all.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when there is no such format or router, when two routers would get one file,
     *     or when the folder has several models
     * @throws IOException when a file cannot be written
     */
    public ExportResult export(Path path, ExportRequest request, ProgressMonitor monitor)
            throws RequestException, IOException {
        ExportPlan plan = plan(path, request, monitor);
        List<Path> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (PlannedFile planned : plan.files()) {
            if (monitor.isCancelled()) {
                break;
            }
            files.add(write(planned));
            planned.notes().forEach(note -> notes.add(planned.router() + ": " + note));
        }
        return new ExportResult(plan.problems(), files, notes);
    }

    /**
     * What an export would write; nothing is written.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when there is no such format or router, when two routers would get one file,
     *     or when the folder has several models
     * @throws IOException when a file cannot be read
     */
    public ExportPlan plan(Path path, ExportRequest request, ProgressMonitor monitor) throws RequestException, IOException {
        ConfigurationWriter writer = writerOf(request.target());
        ReadModel model = reader.readOne(path, monitor);
        if (model.soundNetwork().isEmpty()) {
            return new ExportPlan(model.problems(), List.of());
        }
        SecretValues secrets = request.withSecrets()
                ? SecretsReader.read(Path.of(model.file()), model.soundNetwork().get().secretsFiles())
                : new SecretValues(Map.of(), List.of());
        if (!secrets.problems().isEmpty()) {
            return new ExportPlan(Stream.concat(model.problems().stream(), secrets.problems().stream()).toList(), List.of());
        }
        SecretResolver resolver = SecretResolver.ofStore(secrets.valuesByName());
        List<Device> devices = devices(model.soundNetwork().get(), request.routers());
        RouterFiles.requireDistinct(devices.stream().map(Device::name).toList());
        List<PlannedFile> files = new ArrayList<>();
        for (Device device : devices) {
            if (monitor.isCancelled()) {
                break;
            }
            monitor.begin("export " + device.name());
            ConfigurationText text = writer.write(device, resolver);
            Path file = request.folder().resolve(writer.fileName(device));
            files.add(new PlannedFile(device.name(), file, text.text(), before(file), text.notes()));
        }
        return new ExportPlan(model.problems(), files);
    }

    private static Optional<String> before(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)) : Optional.empty();
    }

    /**
     * Writes a file whole or not at all.
     *
     * @throws IOException when that fails; an older file is then as it was
     */
    public Path write(PlannedFile planned) throws IOException {
        AtomicFiles.write(planned.file(), planned.text());
        return planned.file();
    }

    private ConfigurationWriter writerOf(String target) throws RequestException {
        try {
            return writers.writer(target);
        } catch (UnknownTargetException unknown) {
            throw new RequestException(unknown.getMessage());
        }
    }

    private static List<Device> devices(CompiledNetwork network, List<String> wanted) throws RequestException {
        if (wanted.isEmpty()) {
            return network.devices();
        }
        Map<String, Device> devices = new LinkedHashMap<>();
        for (String name : wanted) {
            Device found = network.devices().stream()
                    .filter(device -> device.name().equals(name) || device.reference().equals(name)).findFirst()
                    .orElseThrow(() -> new RequestException("Network " + network.name() + " has no router '" + name + "'"));
            devices.put(found.name(), found);
        }
        return List.copyOf(devices.values());
    }
}
