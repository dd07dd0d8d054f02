package dmvpn.app.rules;

import dmvpn.app.files.AtomicFiles;
import dmvpn.dsl.ide.rules.RulePage;
import dmvpn.network.rules.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules as pages in Markdown: one for each rule, and an index. The same catalogue gives the same text. */
public final class RulePages {

    /** Name of the index. */
    public static final String INDEX = "README.md";

    /** First line of each page; files without it are not ours, and are left alone. */
    private static final String MARK = "<!-- Written by: dmvpn rules --docs. Do not edit. -->\n";

    private final RulesService service;

    /** @param service tells about the rules */
    public RulePages(RulesService service) {
        this.service = service;
    }

    /**
     * Writes the pages into a folder, and removes those of rules that are no more.
     *
     * @return the number of pages
     * @throws IOException when that fails
     */
    public int write(Path folder) throws IOException {
        Map<String, String> pages = pages();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            AtomicFiles.write(folder.resolve(page.getKey()), page.getValue());
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".md") && !pages.containsKey(name) && Files.readString(file).startsWith(MARK)) {
                    Files.delete(file);
                }
            }
        }
        return pages.size();
    }

    /** The pages by the names of their files. */
    public Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        List<RuleText> rules = service.all();
        pages.put(INDEX, index(rules));
        rules.forEach(rule -> pages.put(fileName(rule), page(rule)));
        return pages;
    }

    /** One page by the name of its file, without writing the others; empty when there is none. */
    public Optional<String> page(String name) {
        if (name.equals(INDEX)) {
            return Optional.of(index(service.all()));
        }
        return service.all().stream().filter(rule -> fileName(rule).equals(name)).findFirst().map(this::page);
    }

    private static String fileName(RuleText rule) {
        return rule.id() + ".md";
    }

    private String index(List<RuleText> rules) {
        StringBuilder text = new StringBuilder(MARK).append("# Rules\n\nModels are checked against these rules. ")
                .append("[Checking](../checking.md) says how a project makes them errors, warnings or nothing, and how to\n")
                .append("accept a single finding. *Mend* marks rules whose findings the editor mends by a text edit; the pages of the others say why not.\n");
        for (Area area : Area.values()) {
            List<RuleText> ofArea = rules.stream().filter(rule -> rule.area().equals(area.label())).toList();
            if (!ofArea.isEmpty()) {
                text.append("\n## ").append(area.title()).append("\n\n| rule | severity | demands | mend |\n|---|---|---|---|\n");
                ofArea.forEach(rule -> text.append("| [").append(rule.id()).append("](").append(fileName(rule)).append(") | ")
                        .append(rule.severity()).append(" | ").append(RulePage.escaped(rule.title())).append(" | ")
                        .append(service.isMended(rule) ? "yes" : "").append(" |\n"));
            }
        }
        return text.toString();
    }

    private String page(RuleText rule) {
        return MARK + service.page(rule, "[all rules](README.md)");
    }
}
