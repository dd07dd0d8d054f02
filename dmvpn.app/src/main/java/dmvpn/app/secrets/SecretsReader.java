package dmvpn.app.secrets;

import dmvpn.app.files.IoProblem;
import dmvpn.app.problem.Problem;
import dmvpn.dsl.rules.ToolRules;
import dmvpn.network.crypto.SecretsFile;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files of secrets. Each line is {@code name = value}, a comment behind {@code #}, or empty; blanks around name and
 * value do not count, since no key can have any.
 */
public final class SecretsReader {

    private SecretsReader() {
    }

    /**
     * Reads the files that a model names.
     *
     * @param model file of the model: the others are named beside it
     * @param files files in the order of the model; when two know a name the first one counts
     */
    public static SecretValues read(Path model, List<SecretsFile> files) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (SecretsFile file : files) {
            try {
                Path path = model.resolveSibling(file.path());
                SecretValues read = parse(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
                read.valuesByName().forEach(values::putIfAbsent);
                problems.addAll(read.problems());
            } catch (IOException | java.nio.file.InvalidPathException failure) {
                problems.add(Problem.of(model.toString(), new Finding(ToolRules.SECRETS_FILE,
                        "The file of secrets " + file.path() + " cannot be read: " + reason(failure), file.origin())));
            }
        }
        return new SecretValues(values, problems);
    }

    private static String reason(Exception failure) {
        return failure instanceof IOException io ? IoProblem.explain(io) : "it has no file's name";
    }

    /**
     * Reads a text.
     *
     * @param name what problems call the file
     */
    public static SecretValues parse(String name, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = (index == 0 && lines.getFirst().startsWith("\uFEFF") ? lines.getFirst().substring(1) : lines.get(index))
                    .strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            String value = equals < 0 ? "" : line.substring(equals + 1).strip();
            if (key.isEmpty() || value.isEmpty()) {
                problems.add(problem(name, index + 1, "This line is not understood: write name = value"));
            } else if (values.putIfAbsent(key, value) != null) {
                problems.add(problem(name, index + 1, "The secret " + key + " has a value above: remove one of them"));
            }
        }
        return new SecretValues(values, problems);
    }

    private static Problem problem(String file, int line, String message) {
        return Problem.of(file, new Finding(ToolRules.SECRETS_FILE, message, Origin.of(file, line, 1, 0, 0, "")));
    }
}
