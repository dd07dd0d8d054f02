package dmvpn.app.check;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dmvpn.app.ProductVersion;
import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import dmvpn.app.rules.RulesService;
import dmvpn.app.rules.RuleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Problems in the Static Analysis Results Interchange Format 2.1.0 (OASIS standard), as code scanning reads it. */
final class SarifReport {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Name and version of the fingerprint: what it is made of must not change under this name. */
    private static final String FINGERPRINT = "dmvpnFinding/v1";

    private final CheckResult result;
    private final List<RuleText> rules = new RulesService().all();
    private final Map<String, Integer> indexOfRule = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    SarifReport(CheckResult result) {
        this.result = result;
        for (int index = 0; index < rules.size(); index++) {
            indexOfRule.put(rules.get(index).id(), index);
        }
    }

    String format() {
        JsonArray results = new JsonArray();
        result.problems().forEach(problem -> results.add(result(problem)));
        for (SuppressedProblem suppressed : result.suppressed()) {
            results.add(suppressed(suppressed.problem(), "inSource", suppressed.reason()));
        }
        result.known().forEach(problem -> results.add(suppressed(problem, "external", "known in the baseline")));
        JsonObject run = new JsonObject();
        JsonObject tool = new JsonObject();
        tool.add("driver", driver());
        run.add("tool", tool);
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", results);
        JsonArray runs = new JsonArray();
        runs.add(run);
        JsonObject log = new JsonObject();
        log.addProperty("$schema", SCHEMA);
        log.addProperty("version", "2.1.0");
        log.add("runs", runs);
        return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(log) + "\n";
    }

    private JsonObject driver() {
        JsonObject driver = new JsonObject();
        driver.addProperty("name", "dmvpn");
        driver.addProperty("version", ProductVersion.text());
        JsonArray descriptors = new JsonArray();
        rules.forEach(rule -> descriptors.add(descriptor(rule)));
        driver.add("rules", descriptors);
        return driver;
    }

    private static JsonObject descriptor(RuleText rule) {
        JsonObject descriptor = new JsonObject();
        descriptor.addProperty("id", rule.id());
        descriptor.add("shortDescription", text(rule.title()));
        descriptor.add("fullDescription", text(rule.explanation()));
        JsonObject help = text(rule.explanation() + "\n\nSource: " + rule.source());
        help.addProperty("markdown", rule.explanation() + "\n\n*Source:* " + rule.source());
        descriptor.add("help", help);
        JsonObject configuration = new JsonObject();
        configuration.addProperty("level", level(rule.severity()));
        descriptor.add("defaultConfiguration", configuration);
        JsonObject properties = new JsonObject();
        JsonArray tags = new JsonArray();
        tags.add(rule.area());
        properties.add("tags", tags);
        descriptor.add("properties", properties);
        return descriptor;
    }

    private JsonObject suppressed(Problem problem, String kind, String justification) {
        JsonObject suppression = new JsonObject();
        suppression.addProperty("kind", kind);
        suppression.addProperty("justification", justification);
        JsonArray suppressions = new JsonArray();
        suppressions.add(suppression);
        JsonObject object = result(problem);
        object.add("suppressions", suppressions);
        return object;
    }

    private JsonObject result(Problem problem) {
        JsonObject object = new JsonObject();
        object.addProperty("ruleId", problem.ruleId());
        object.addProperty("ruleIndex", indexOfRule.getOrDefault(problem.ruleId(), -1));
        object.addProperty("level", level(problem.severity()));
        object.add("message", text(problem.message()));
        JsonArray locations = new JsonArray();
        locations.add(location(problem));
        object.add("locations", locations);
        JsonObject fingerprints = new JsonObject();
        fingerprints.addProperty(FINGERPRINT, fingerprint(problem));
        object.add("partialFingerprints", fingerprints);
        return object;
    }

    private static JsonObject location(Problem problem) {
        JsonObject artifact = new JsonObject();
        artifact.addProperty("uri", uri(problem.file()));
        JsonObject region = new JsonObject();
        region.addProperty("startLine", problem.line());
        region.addProperty("startColumn", problem.column());
        region.addProperty("endLine", problem.endLine());
        region.addProperty("endColumn", problem.endColumn());
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact);
        physical.add("region", region);
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        if (!problem.element().isEmpty()) {
            JsonObject logical = new JsonObject();
            logical.addProperty("fullyQualifiedName", problem.element());
            JsonArray logicals = new JsonArray();
            logicals.add(logical);
            location.add("logicalLocations", logicals);
        }
        return location;
    }

    /** Relative as the file was named, so that it fits a repository whoever checked it out where. */
    private static String uri(String file) {
        Path path = Path.of(file).normalize();
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        String relative = path.toString().replace('\\', '/');
        try {
            // A first part with a colon would be taken for a scheme (RFC 3986 section 4.2).
            return new URI(null, null, relative.split("/")[0].contains(":") ? "./" + relative : relative, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("No path: " + file, impossible);
        }
    }

    /** The same for the same fault when lines above it come and go: it has no line in it, but a count. */
    private String fingerprint(Problem problem) {
        String identity = String.join("\0", problem.ruleId(), uri(problem.file()), problem.element(), problem.message());
        int occurrence = occurrences.merge(identity, 1, Integer::sum);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((identity + "\0" + occurrence).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static String level(String severity) {
        return severity.equals("info") ? "note" : severity;
    }

    private static JsonObject text(String text) {
        JsonObject message = new JsonObject();
        message.addProperty("text", text);
        return message;
    }
}
