package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

/** What a person types on a terminal, key by key. */
class EditedLinesTest {

    private static final String UP = "\u001b[A";

    private static List<String> typed(String keys, EditedLines.Completions completions) throws IOException {
        List<String> lines = new ArrayList<>();
        try (EditedLines edited = new EditedLines(new ExternalTerminal("test", "ansi",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream(),
                StandardCharsets.UTF_8), completions)) {
            for (String line = edited.next("HQ 1.000# "); line != null; line = edited.next("HQ 1.000# ")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> words(List<String> before, String begun) {
        return List.of("show", "step").stream().filter(word -> before.isEmpty() && word.startsWith(begun)).toList();
    }

    @Test
    void tabCompletesAWordThatCanBeNoOther() throws IOException {
        assertThat(typed("sh\tip nhrp\nste\t\n", EditedLinesTest::words)).containsExactly("show ip nhrp", "step ");
    }

    @Test
    void theCompleterIsAskedForTheWordAtTheCaretBehindThoseBefore() throws IOException {
        List<String> asked = new ArrayList<>();
        typed("show ip nh\t\n", (before, begun) -> {
            asked.add(before + " " + begun);
            return List.of();
        });

        assertThat(asked).contains("[show, ip] nh");
    }

    @Test
    void earlierLinesComeBack() throws IOException {
        assertThat(typed("show dmvpn\nat 10s\n" + UP + UP + "\n", EditedLinesTest::words))
                .containsExactly("show dmvpn", "at 10s", "show dmvpn");
    }

    @Test
    void quotesAndExclamationMarksMeanNothing() throws IOException {
        assertThat(typed("show \"ip !!\n", EditedLinesTest::words)).containsExactly("show \"ip !!");
    }

    @Test
    void theEndOfTheInputIsTheEnd() throws IOException {
        assertThat(typed("", EditedLinesTest::words)).isEmpty();
    }
}
