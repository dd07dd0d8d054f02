package dmvpn.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.help.StyledPage.Style;
import dmvpn.app.rules.RulesService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpLibraryTest {

    private static final Path DOCS = Path.of("..", "docs");

    private final HelpLibrary library = new HelpLibrary(HelpLibraryTest::read);

    @Test
    void theContentsNameEveryPageAndEveryRule() {
        List<HelpTopic> all = flat(library.contents());

        assertThat(all).extracting(HelpTopic::title).contains("Tutorial", "The language", "The IDE", "Checking", "Rules");
        assertThat(all).extracting(HelpTopic::path)
                .containsAll(new RulesService().all().stream().map(rule -> HelpLibrary.pathOfRule(rule.id())).toList());
        assertThat(all).allSatisfy(topic -> {
            StyledPage page = MarkdownReader.read(library.page(topic.path()).orElseThrow());
            assertThat(topic.title()).isNotBlank();
            if (topic.path().contains("#")) {
                assertThat(page.heading(topic.path().substring(topic.path().indexOf('#') + 1))).as(topic.path()).isPresent();
            }
        });
    }

    /** Links to files that are no part of the documentation, such as examples, lead out of it. */
    @Test
    void everyLinkBetweenThePagesLeadsToAPage() {
        for (HelpTopic topic : flat(library.contents())) {
            String path = topic.path();
            MarkdownReader.read(library.page(path).orElseThrow()).spans().stream().filter(span -> span.style() == Style.LINK)
                    .map(span -> HelpLibrary.resolve(path, span.target()))
                    .filter(target -> target.replaceFirst("#.*", "").endsWith(".md") && !target.contains(":") && isInDocs(target))
                    .forEach(target -> assertThat(library.page(target)).as(target + " on " + path).isPresent());
        }
    }

    private static boolean isInDocs(String target) {
        return !target.startsWith("..") && Files.exists(DOCS.resolve(target.replaceFirst("#.*", "")));
    }

    @Test
    void linksAreResolvedAgainstTheirPage() {
        assertThat(HelpLibrary.resolve("rules/R-NH-05.md", "README.md")).isEqualTo("rules/README.md");
        assertThat(HelpLibrary.resolve("rules/R-NH-05.md", "../checking.md#baselines")).isEqualTo("checking.md#baselines");
        assertThat(HelpLibrary.resolve("ide.md#debugging", "#running")).isEqualTo("ide.md#running");
        assertThat(HelpLibrary.resolve("ide.md", "https://example.org/a.md")).isEqualTo("https://example.org/a.md");
    }

    @Test
    void aWordOfTheLanguageLeadsToItsChapter() {
        assertThat(library.pathOfWord("scenario")).startsWith("language.md#").contains("scenario");
        assertThat(library.pathOfWord("nonsense")).isEqualTo("language.md");
    }

    @Test
    void markdownBecomesTextWithStyles() {
        StyledPage page = MarkdownReader.read("""
                # The `page`

                Some **bold** words,
                and *others*: see [there](other.md#part).

                * one
                * two `code`

                | word | meaning |
                |---|---|
                | `a` | first \\| second |

                ```
                * as it is
                ```
                """);

        assertThat(page.text()).isEqualTo("""
                The page

                Some bold words, and others: see there.

                  • one
                  • two code

                  • a
                      meaning: first | second

                    * as it is
                """);
        assertThat(page.spans()).extracting(StyledPage.Span::style).containsExactly(Style.TITLE, Style.BOLD, Style.ITALIC,
                Style.LINK, Style.CODE, Style.CODE, Style.ITALIC, Style.CODE);
        assertThat(page.linkAt(page.text().indexOf("there.")).orElseThrow().target()).isEqualTo("other.md#part");
        assertThat(page.heading("the-page")).isPresent();
        assertThat(MarkdownReader.read("1. [Do it](command:a.b(c=d)), then").spans())
                .containsExactly(new StyledPage.Span(Style.LINK, 5, 5, "command:a.b(c=d)"));
    }

    private static List<HelpTopic> flat(List<HelpTopic> topics) {
        List<HelpTopic> all = new ArrayList<>(topics);
        topics.forEach(topic -> all.addAll(flat(topic.children())));
        return all;
    }

    private static Optional<String> read(String name) {
        try {
            return Files.exists(DOCS.resolve(name)) ? Optional.of(Files.readString(DOCS.resolve(name))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
