package dmvpn.dsl.load;

import com.google.inject.Injector;
import dmvpn.dsl.DmvpnStandaloneSetup;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** @param resources makes empty resources of the language */
    @Inject
    public ModelLoader(Provider<XtextResource> resources) {
        this.resources = resources;
    }

    /** A loader for use outside of Eclipse. The first one sets the language up, which takes most of a second. */
    public static ModelLoader create() {
        Injector injector = new DmvpnStandaloneSetup().createInjectorAndDoEMFRegistration();
        return injector.getInstance(ModelLoader.class);
    }

    /**
     * Loads files, and the model files of folders and their subfolders in the order of their names.
     *
     * @param paths files and folders; what does not exist becomes a finding
     */
    public List<LoadedModel> loadAll(List<Path> paths) {
        List<LoadedModel> models = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                models.add(load(path));
                continue;
            }
            ModelFiles found = ModelFiles.in(path);
            if (found.isEmpty()) {
                models.add(refused(path.toString(), "The folder has no file that ends in ." + FILE_EXTENSION));
            }
            found.forEach((file, problem) ->
                    models.add(problem.map(text -> refused(file.toString(), text)).orElseGet(() -> load(file))));
        }
        return models;
    }

    /** Loads one file. */
    public LoadedModel load(Path file) {
        ModelText text = ModelText.read(file);
        return text.problem().map(problem -> refused(file.toString(), problem))
                .orElseGet(() -> parse(file.toString(), URI.createFileURI(file.toAbsolutePath().toString()), text.text()));
    }

    /**
     * Loads a text that is in no file.
     *
     * @param name what findings call it
     */
    public LoadedModel parse(String name, String text) {
        return parse(name, URI.createURI("memory:/" + URI.encodeSegment(name, false)), text);
    }

    private LoadedModel parse(String name, URI uri, String text) {
        try {
            return analyse(name, uri, text);
        } catch (StackOverflowError overflow) {
            // One file that is nested beyond all measure must not hide what is wrong in the others.
            return refused(name, "The text is nested too deeply to be read");
        }
    }

    private LoadedModel analyse(String name, URI uri, String text) {
        DmvpnResource resource = (DmvpnResource) resources.get();
        resource.setURI(uri);
        resource.setDisplayName(name);
        new XtextResourceSet().getResources().add(resource);
        try {
            resource.load(new StringInputStream(text, "UTF-8"), null);
        } catch (IOException failure) {
            return refused(name, "The file cannot be read");
        }
        Analysis analysis = Analysis.of(resource);
        return new LoadedModel(name, Optional.of(resource), Optional.of(analysis.network()), analysis.findings());
    }

    private static LoadedModel refused(String file, String problem) {
        return new LoadedModel(file, Optional.empty(), Optional.empty(),
                List.of(new Finding(TextRules.FILE, problem, Origin.of(file, 1, 1, 0, 0, ""))));
    }
}
