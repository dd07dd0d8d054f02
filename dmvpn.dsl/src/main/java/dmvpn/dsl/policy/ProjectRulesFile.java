package dmvpn.dsl.policy;

import dmvpn.dsl.rules.ToolRules;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.catalogue.RuleCatalogue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the {@code dmvpn.rules} that a model is under: in its folder, or in the nearest one above, up to the folder with
 * {@code .git}, where a project ends. One file counts; those above it do not.
 */
public final class ProjectRulesFile {

    private static final long LARGEST_BYTES = 1024 * 1024;

    /** Stands for the text of a file that could not be read: no readable text equals it. */
    private static final String UNKNOWN_TEXT = "\uFFFF";

    private ProjectRulesFile() {
    }

    /** The file that a model is under; empty without one. */
    public static Optional<Path> of(Path model) {
        for (Path folder = model.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(ProjectRules.FILE_NAME);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * What the project of a model says now. The file is looked up each time, as it may have been written or removed; what
     * was read before is given back when nothing has changed.
     *
     * @param model the model's file
     * @param known what was read before
     * @param catalogue the rules that a file may name
     */
    public static ProjectRules read(Path model, ProjectRules known, RuleCatalogue catalogue) {
        Optional<Path> file = of(model);
        if (file.isEmpty()) {
            return ProjectRules.NONE;
        }
        String name = nameFor(model, file.get());
        String text;
        try {
            if (Files.size(file.get()) > LARGEST_BYTES) {
                return unreadable(file.get(), name, "The file is larger than a list of rules can be");
            }
            text = Files.readString(file.get());
        } catch (CharacterCodingException notUtf8) {
            return unreadable(file.get(), name, "The file is not in UTF-8: save it in that encoding");
        } catch (IOException failure) {
            return unreadable(file.get(), name, "The file cannot be read: check its permissions");
        }
        return known.file().equals(file) && known.text().equals(text) && known.findings().stream()
                        .allMatch(finding -> finding.origin().file().equals(name))
                ? known
                : ProjectRulesParser.parse(file.get(), name, text, catalogue);
    }

    /** Named like the model: relative to the current folder when the model is. */
    private static String nameFor(Path model, Path file) {
        return model.isAbsolute() ? file.toString() : Path.of("").toAbsolutePath().relativize(file).toString();
    }

    private static ProjectRules unreadable(Path file, String name, String problem) {
        return new ProjectRules(Optional.of(file), UNKNOWN_TEXT, Map.of(),
                List.of(new Finding(ToolRules.RULES_FILE, problem, Origin.of(name, 1, 1, 0, 0, ""))));
    }
}
