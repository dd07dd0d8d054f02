package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.console.MessageLines;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Ui;
import java.util.Arrays;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.MessageConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Consoles in which simulations tell something. */
@ExtendWith(ErrorLogStaysEmpty.class)
class MessageLinesTest {

    private static final String NAME = "Lines of a test";
    private static final int LINES = 30_000;
    private static final String LINE = "0123456789".repeat(5) + " ";

    @AfterEach
    void removeConsole() {
        ConsolePlugin.getDefault().getConsoleManager().removeConsoles(new IConsole[] {console()});
    }

    private static MessageConsole console() {
        return (MessageConsole) Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(console -> console.getName().equals(NAME)).findFirst().orElseThrow();
    }

    @Test
    void aConsoleKeepsTheLatestOfManyLinesInTheirOrder() {
        for (int line = 0; line < LINES; line++) {
            new MessageLines(NAME).tell(LINE + line);
        }

        Ui.waitUntil("the last line", () -> console().getDocument().get().endsWith(LINE + (LINES - 1) + "\n"));
        Ui.waitUntil("the first lines to go", () -> console().getDocument().getLength() < 1_100_000);
        String[] lines = Ui.get(() -> console().getDocument().get()).split("\n");
        for (int line = 2; line < lines.length; line++) {
            assertThat(Integer.parseInt(lines[line].substring(LINE.length()))).isEqualTo(Integer.parseInt(lines[line - 1].substring(LINE.length())) + 1);
        }
    }
}
