package dmvpn.dsl.load;

import com.google.inject.Injector;
import dmvpn.dsl.DmvpnStandaloneSetup;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.resource.KnownTexts;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.syntax.ModelText;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.StringInputStream;

/**
 * Loads models from files, folders and text. It never throws for what a file holds: whatever is wrong becomes a finding.
 * Not safe for use by several threads at once; each may have its own.
 */
public final class ModelLoader {

    /** Ending of the names of model files. */
    public static final String FILE_EXTENSION = "dmvpn";

    private final Provider<XtextResource> resources;
    private final Optional<Platform> platform;

    /** @param resources makes empty resources of the language */
    @Inject
    public ModelLoader(Provider<XtextResource> resources) {
        this(resources, Optional.empty());
    }

    private ModelLoader(Provider<XtextResource> resources, Optional<Platform> platform) {
        this.resources = resources;
        this.platform = platform;
    }

    /** A loader for use outside of Eclipse. The first one sets the language up, which takes most of a second. */
    public static ModelLoader create() {
        Injector injector = new DmvpnStandaloneSetup().createInjectorAndDoEMFRegistration();
        return injector.getInstance(ModelLoader.class);
    }

    /**
     * A loader of the same models as if all their routers had a platform, whatever they say.
     *
     * @param all the platform; empty for what the models say
     */
    public ModelLoader onPlatform(Optional<Platform> all) {
        return new ModelLoader(resources, all);
    }

    /**
     * Loads files, and the model files of folders and their subfolders in the order of their names. A file that another of
     * them imports is a part of that model and none of its own, wherever the two were named; one that is named twice is
     * loaded once, under its first name.
     *
     * @param paths files and folders; what does not exist becomes a finding
     */
    public List<LoadedModel> loadAll(List<Path> paths) {
        return loadAll(paths, LoadMonitor.NONE);
    }

    /**
     * The same while somebody looks on.
     *
     * @param paths files and folders; what does not exist becomes a finding
     * @param monitor told of each path; may stop the loading and say what becomes of files on which the language fails
     */
    public List<LoadedModel> loadAll(List<Path> paths, LoadMonitor monitor) {
        Map<Path, OpenedFile> opened = new LinkedHashMap<>();
        for (Path path : paths) {
            if (monitor.isCancelled()) {
                break;
            }
            monitor.begin(path);
            if (Files.isDirectory(path)) {
                openFolder(path, opened, monitor);
            } else {
                opened.computeIfAbsent(place(path), unseen -> open(path, monitor));
            }
        }
        return Roots.of(List.copyOf(opened.values())).stream().takeWhile(file -> !monitor.isCancelled())
                .map(file -> analyse(file, monitor)).toList();
    }

    private void openFolder(Path folder, Map<Path, OpenedFile> opened, LoadMonitor monitor) {
        ModelFiles found = ModelFiles.in(folder);
        if (found.isEmpty()) {
            opened.put(place(folder), OpenedFile.refused(refused(folder.toString(),
                    "The folder has no file that ends in ." + FILE_EXTENSION)));
        }
        found.forEach((file, problem) -> opened.computeIfAbsent(place(file), unseen -> problem
                .map(text -> OpenedFile.refused(refused(file.toString(), text))).orElseGet(() -> open(file, monitor))));
    }

    /** However a file is named, it is one. */
    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private OpenedFile open(Path file, LoadMonitor monitor) {
        try {
            OpenedFile opened = open(file);
            // What it imports is read here, so that a failure on that is one on this file.
            opened.resource().ifPresent(DmvpnResource::withImports);
            return opened;
        } catch (RuntimeException defect) {
            return OpenedFile.refused(refused(file.toString(), defect, monitor));
        } catch (StackOverflowError overflow) {
            return OpenedFile.refused(tooDeep(file.toString()));
        }
    }

    private static LoadedModel analyse(OpenedFile opened, LoadMonitor monitor) {
        try {
            return analyse(opened);
        } catch (RuntimeException defect) {
            return refused(opened.name(), defect, monitor);
        }
    }

    private static LoadedModel refused(String file, RuntimeException defect, LoadMonitor monitor) {
        return monitor.defect(file, defect).map(finding -> LoadedModel.refused(file, finding)).orElseThrow(() -> defect);
    }

    /** Loads one file, with what it imports. */
    public LoadedModel load(Path file) {
        return analyse(open(file));
    }

    /**
     * Loads a file as if it said something else, with what it imports.
     *
     * @param text what it says instead
     */
    public LoadedModel load(Path file, String text) {
        return load(file, text, Map.of());
    }

    /**
     * The same with other texts of files that it imports, too.
     *
     * @param imported what such files say instead; one that is not named is read
     */
    public LoadedModel load(Path file, String text, Map<Path, String> imported) {
        Map<URI, String> known = new HashMap<>();
        imported.forEach((path, said) -> known.put(uri(path), said));
        return analyse(open(file.toString(), uri(file), text, known));
    }

    private static URI uri(Path file) {
        return URI.createFileURI(place(file).toString());
    }

    /**
     * Loads a text that is in no file.
     *
     * @param name what findings call it
     */
    public LoadedModel parse(String name, String text) {
        return analyse(open(name, URI.createURI("memory:/" + URI.encodeSegment(name, false)), text, Map.of()));
    }

    private OpenedFile open(Path file) {
        ModelText text = ModelText.read(file);
        return text.problem().map(problem -> OpenedFile.refused(refused(file.toString(), problem)))
                .orElseGet(() -> open(file.toString(), uri(file), text.text(), Map.of()));
    }

    private OpenedFile open(String name, URI uri, String text, Map<URI, String> imported) {
        DmvpnResource resource = (DmvpnResource) resources.get();
        resource.setURI(uri);
        resource.setDisplayName(name);
        resource.setPlatform(platform);
        XtextResourceSet files = new XtextResourceSet();
        new KnownTexts(imported).tell(files);
        files.getResources().add(resource);
        try {
            resource.load(new StringInputStream(text, "UTF-8"), null);
            return OpenedFile.of(name, resource);
        } catch (IOException failure) {
            return OpenedFile.refused(refused(name, "The file cannot be read"));
        } catch (StackOverflowError overflow) {
            // One file that is nested beyond all measure must not hide what is wrong in the others.
            return OpenedFile.refused(tooDeep(name));
        }
    }

    private static LoadedModel analyse(OpenedFile opened) {
        if (opened.resource().isEmpty()) {
            return opened.refusal().orElseThrow();
        }
        try {
            Analysis analysis = Analysis.of(opened.resource().get());
            return new LoadedModel(opened.name(), opened.resource(), Optional.of(analysis.network()), analysis.findings(),
                    analysis.suppressed(), analysis.project());
        } catch (StackOverflowError overflow) {
            return tooDeep(opened.name());
        }
    }

    private static LoadedModel tooDeep(String name) {
        return refused(name, "The text is nested too deeply to be read");
    }

    private static LoadedModel refused(String file, String problem) {
        return LoadedModel.refused(file, new Finding(TextRules.FILE, problem, Origin.of(file, 1, 1, 0, 0, "")));
    }
}
