package dmvpn.app.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class HelpSearchTest {

    private static final Map<String, String> PAGES = Map.of(
            "tutorial.md", "# Tutorial\n\n## Timers\n\nA zebra beside a giraffe.\n\n## Zebras\n",
            "ide.md", "# The IDE\n\nZebras and views.\n");

    private final HelpLibrary library = new HelpLibrary(name -> Optional.ofNullable(PAGES.get(name)));

    @Test
    void aPageIsFoundThatHasAllWordsInAnyCase() {
        assertThat(found("giraffe ZEBRA")).extracting(HelpTopic::title).containsExactly("Tutorial");
    }

    @Test
    void aChapterIsFoundByItsTitleAndStandsBelowItsPage() {
        List<HelpTopic> found = found("zebras");

        assertThat(found).extracting(HelpTopic::title).containsExactly("Tutorial", "The IDE");
        assertThat(found.getFirst().children()).extracting(HelpTopic::title).containsExactly("Zebras");
    }

    @Test
    void aRuleIsFoundByWhatItsPageSays() {
        assertThat(found("R-NH-01 network-id")).extracting(HelpTopic::title).containsExactly("Rules");
    }

    @Test
    void whereNothingHasTheWordsNothingIsLeft() {
        assertThat(found("zeppelin airship")).isEmpty();
    }

    @Test
    void aSearchThatIsCancelledEnds() {
        HelpSearch search = new HelpSearch(library, "keys", () -> true);

        assertThatThrownBy(() -> search.in(library.contents())).isInstanceOf(CancellationException.class);
    }

    private List<HelpTopic> found(String words) {
        return new HelpSearch(library, words, () -> false).in(library.contents());
    }
}
