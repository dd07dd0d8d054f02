package dmvpn.app.help;

import dmvpn.app.rules.RulePages;
import dmvpn.app.rules.RulesService;
import dmvpn.network.rules.Area;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The pages of the documentation, in Markdown. Rules are written from the catalogue; the others are read. */
public final class HelpLibrary {

    /** Path of the page on the language. */
    public static final String LANGUAGE = "language.md";
    /** Path of the tutorial. */
    public static final String TUTORIAL = "tutorial.md";
    /** Path of the page on the IDE. */
    public static final String IDE = "ide.md";
    /** Path of the index of the rules. */
    public static final String RULES = "rules/" + RulePages.INDEX;

    private static final String FOLDER_OF_RULES = "rules/";

    /** In the order in which somebody new needs them. */
    private static final List<String> PAGES = List.of("first-network.md", TUTORIAL, IDE, LANGUAGE, "diagrams.md", "examples.md",
            "checking.md", "simulator.md", "routing.md", "fidelity.md", "command-line.md", "editors.md", "sirius.md",
            "platforms.md");

    private final Function<String, Optional<String>> documents;
    private final RulesService rules = new RulesService();
    private final Map<String, Optional<String>> rulePages = new HashMap<>();

    /** @param documents reads a file of the folder docs by its name; empty when there is none */
    public HelpLibrary(Function<String, Optional<String>> documents) {
        this.documents = documents;
    }

    /** The table of contents. */
    public List<HelpTopic> contents() {
        List<HelpTopic> contents = new ArrayList<>();
        for (String path : PAGES) {
            documents.apply(path).ifPresent(text -> contents.add(new HelpTopic(title(text), path, chapters(path, text))));
        }
        List<HelpTopic> areas = new ArrayList<>();
        for (Area area : Area.values()) {
            List<HelpTopic> ofArea = rules.all().stream().filter(rule -> rule.area().equals(area.label()))
                    .map(rule -> new HelpTopic(rule.id() + ": " + rule.title(), pathOfRule(rule.id()))).toList();
            if (!ofArea.isEmpty()) {
                areas.add(new HelpTopic(area.title(), RULES + "#" + anchor(area.title()), ofArea));
            }
        }
        contents.add(new HelpTopic("Rules", RULES, areas));
        return contents;
    }

    private static String title(String text) {
        return text.lines().filter(line -> line.startsWith("# ")).findFirst().map(line -> line.substring(2)).orElse("");
    }

    private static List<HelpTopic> chapters(String path, String text) {
        List<HelpTopic> chapters = new ArrayList<>();
        boolean isCode = false;
        for (String line : text.lines().toList()) {
            isCode ^= line.startsWith("```");
            if (!isCode && line.startsWith("## ")) {
                String chapter = line.substring(3);
                chapters.add(new HelpTopic(chapter.replace("`", ""), path + "#" + anchor(chapter)));
            }
        }
        return chapters;
    }

    /** The name of a heading in links, as GitHub makes it from the heading's text. */
    public static String anchor(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).codePoints().forEach(character -> {
            if (character == ' ') {
                anchor.append('-');
            } else if (Character.isLetterOrDigit(character) || character == '-' || character == '_') {
                anchor.appendCodePoint(character);
            }
        });
        return anchor.toString();
    }

    /** The path of the page of a rule. */
    public static String pathOfRule(String ruleId) {
        return FOLDER_OF_RULES + ruleId + ".md";
    }

    /** The page of a path; what follows a number sign does not count. Empty when there is none. */
    public Optional<String> page(String path) {
        String file = path.contains("#") ? path.substring(0, path.indexOf('#')) : path;
        return file.startsWith(FOLDER_OF_RULES) ? rulePage(file.substring(FOLDER_OF_RULES.length())) : documents.apply(file);
    }

    private synchronized Optional<String> rulePage(String name) {
        if (!rulePages.containsKey(name)) {
            rulePages.put(name, new RulePages(rules).page(name).map(HelpLibrary::withoutMark));
        }
        return rulePages.get(name);
    }

    private static String withoutMark(String page) {
        return page.startsWith("<!--") ? page.substring(page.indexOf('\n') + 1) : page;
    }

    /** Where the language's page is about a word: the first chapter that is called after it; the page when none is. */
    public String pathOfWord(String word) {
        Pattern whole = Pattern.compile("(?i)\\b" + Pattern.quote(word) + "s?\\b");
        return page(LANGUAGE).stream().flatMap(text -> MarkdownReader.read(text).headings().stream())
                .filter(heading -> whole.matcher(heading.title()).find()).findFirst()
                .map(heading -> LANGUAGE + "#" + heading.anchor()).orElse(LANGUAGE);
    }

    /**
     * Where a link leads.
     *
     * @param from path of the page that it is on
     * @param link what it says, such as {@code ../checking.md#waivers}
     * @return the path of a page; the link itself when it leads out of the documentation
     */
    public static String resolve(String from, String link) {
        if (link.contains(":")) {
            return link;
        }
        return URI.create("/" + from.replaceFirst("#.*", "")).resolve(link).toString().replaceFirst("^/+", "");
    }
}
