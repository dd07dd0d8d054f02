package dmvpn.app.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.problem.Problem;
import dmvpn.dsl.rules.ToolRules;
import dmvpn.network.rules.Rule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The known problems of a project, in a file, so that only new ones are shown. */
public final class Baseline {

    private static final int VERSION = 1;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Path file;
    private final Path folder;
    private final TreeMap<BaselineEntry, Integer> counts = new TreeMap<>();

    private Baseline(Path file) {
        this.file = file;
        this.folder = file.toAbsolutePath().normalize().getParent();
    }

    /**
     * The baseline that knows all problems of a result.
     *
     * @param file where it will be written: it names models relative to its folder
     */
    public static Baseline of(Path file, CheckResult result) {
        Baseline baseline = new Baseline(file);
        result.problems().stream().filter(Baseline::canBeKnown)
                .forEach(problem -> baseline.counts.merge(BaselineEntry.of(problem, baseline.folder), 1, Integer::sum));
        return baseline;
    }

    /**
     * Reads a baseline.
     *
     * @throws IOException when the file cannot be read or is no baseline; it says what is wrong
     */
    public static Baseline read(Path file) throws IOException {
        Baseline baseline = new Baseline(file);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        try {
            baseline.readEntries(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
            return baseline;
        } catch (CharacterCodingException notUtf8) {
            throw new FileSystemException(file.toString(), null, "it is not in UTF-8, so it is no baseline");
        } catch (JsonParseException | IllegalStateException | ClassCastException | UnsupportedOperationException
                | NumberFormatException wrong) {
            throw new FileSystemException(file.toString(), null,
                    "it is no baseline that 'dmvpn check --write-baseline' wrote");
        }
    }

    private void readEntries(JsonObject object) throws IOException {
        if (!object.has("version") || !object.has("known")) {
            throw new JsonParseException("no baseline");
        }
        if (object.get("version").getAsInt() != VERSION) {
            throw new FileSystemException(file.toString(), null, "a newer dmvpn wrote it (version "
                    + object.get("version").getAsInt() + ", this one knows " + VERSION + ")");
        }
        for (JsonElement element : object.getAsJsonArray("known")) {
            JsonObject entry = element.getAsJsonObject();
            counts.merge(new BaselineEntry(string(entry, "rule"), string(entry, "file"), string(entry, "element"),
                    string(entry, "message")), entry.has("count") ? Math.max(0, entry.get("count").getAsInt()) : 1, Integer::sum);
        }
    }

    private static String string(JsonObject entry, String name) {
        if (!entry.has(name)) {
            throw new JsonParseException("no " + name);
        }
        return entry.get(name).getAsString();
    }

    /** The text of the file: sorted, an entry a line, so that versions of it compare well. */
    public String text() {
        StringBuilder text = new StringBuilder("{\n  \"version\": " + VERSION + ",\n  \"known\": [");
        String separator = "\n";
        for (Map.Entry<BaselineEntry, Integer> known : counts.entrySet()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("file", known.getKey().file());
            entry.addProperty("rule", known.getKey().rule());
            entry.addProperty("element", known.getKey().element());
            entry.addProperty("message", known.getKey().message());
            entry.addProperty("count", known.getValue());
            text.append(separator).append("    ").append(GSON.toJson(entry));
            separator = ",\n";
        }
        return text.append(counts.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
    }

    /**
     * Writes the file, at once or not at all.
     *
     * @throws IOException when that fails; an older file is then as it was
     */
    public void write() throws IOException {
        AtomicFiles.write(file, text());
    }

    /** Number of problems that are known. */
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Hides what is known: of equal problems as many as were there. Entries that hide nothing are told. */
    public CheckResult hide(CheckResult result) {
        Map<BaselineEntry, Integer> left = new TreeMap<>(counts);
        List<Problem> shown = new ArrayList<>();
        List<Problem> known = new ArrayList<>();
        for (Problem problem : result.problems()) {
            BaselineEntry entry = BaselineEntry.of(problem, folder);
            boolean hidden = canBeKnown(problem) && left.getOrDefault(entry, 0) > 0;
            if (hidden) {
                left.merge(entry, -1, Integer::sum);
            }
            (hidden ? known : shown).add(problem);
        }
        Set<String> checked = new HashSet<>();
        result.files().forEach(model -> checked.add(BaselineEntry.relative(model, folder)));
        left.forEach((entry, count) -> {
            // Of models that were not looked at this time nothing is known.
            if (count > 0 && (checked.contains(entry.file()) || !Files.exists(folder.resolve(entry.file())))) {
                shown.add(stale(entry, count));
            }
        });
        return new CheckResult(result.files(), shown, result.suppressed(), known);
    }

    private Problem stale(BaselineEntry entry, int count) {
        return new Problem(file.toString(), 1, 1, ToolRules.BASELINE.severity().label(), ToolRules.BASELINE.id(),
                entry.rule() + " in " + entry.file() + " is found " + (count == 1 ? "once" : count + " times")
                        + " less than the baseline says: write the baseline anew (" + entry.message() + ")");
    }

    /** What is wrong with the files beside the models, and with dmvpn itself, is never known. */
    private static boolean canBeKnown(Problem problem) {
        return ToolRules.ALL.stream().map(Rule::id).noneMatch(problem.ruleId()::equals);
    }
}
