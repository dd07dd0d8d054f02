package dmvpn.app.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console of a router can go on with. */
class RouterConsoleTest {

    private RouterConsole console;

    @BeforeEach
    void openAtHq() throws RequestException {
        console = new ShowService(ModelReader.standalone()).open(Models.EXAMPLES.resolve("phase3-eigrp"), new ShowRequest("HQ",
                Optional.of(Duration.ofSeconds(20)), Optional.empty(), OptionalLong.empty()), ProgressMonitor.NONE).console().orElseThrow();
    }

    @Test
    void aLineBeginsWithACommandOfTheRouterOrOfTheConsole() {
        assertThat(console.completions(List.of(), "")).contains("show", "at", "step", "back", "router", "help", "exit");
        assertThat(console.completions(List.of(), "s")).containsExactly("show", "step");
    }

    @Test
    void wordsInFrontMayBeCutShort() {
        assertThat(console.completions(List.of("sh"), "")).contains("ip", "dmvpn", "crypto");
        assertThat(console.completions(List.of("sh", "ip"), "nh")).containsExactly("nhrp");
        assertThat(console.completions(List.of("at"), "")).isEmpty();
    }

    @Test
    void aQuestionMarkListsTheCommandsThatALineMayBecome() throws RequestException {
        assertThat(console.execute("show ?")).isEqualTo(console.commands());
        assertThat(console.execute("sh crypto is?")).containsExactly("show crypto isakmp sa", "show crypto isakmp sa detail");
        assertThat(console.execute("?")).contains("show dmvpn", "router R");
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> console.execute("nonsense ?"))
                .withMessageContaining("has no command 'nonsense ?'");
    }

    @Test
    void withoutPowerThereAreNoTablesEitherWay() throws RequestException {
        console.execute("at 0s");
        while (!console.commands().isEmpty()) {
            console.execute("back");
        }

        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> console.show("show dmvpn"))
                .withMessageContaining("without power");
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> console.json(Optional.empty()))
                .withMessageContaining("without power");
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> console.show("show ?")).withMessageContaining("without power");
    }

    @Test
    void eachSecurityAssociationOfIkeIsListed() throws RequestException {
        RouterConsole hq = new ShowService(ModelReader.standalone()).open(Models.EXAMPLES.resolve("cloud-hosted-hub"),
                new ShowRequest("HQ", Optional.of(Duration.ofSeconds(30)), Optional.empty(), OptionalLong.empty()),
                ProgressMonitor.NONE).console().orElseThrow();

        long ready = hq.show("show crypto ikev2 sa").stream().filter(line -> line.contains("READY")).count();
        assertThat(hq.show("show crypto session").stream().filter(line -> line.contains("IKEv2 SA") && line.endsWith(" Active")))
                .hasSize((int) ready).hasSizeGreaterThan((int) hq.show("show crypto session").stream()
                        .filter(line -> line.startsWith("Interface")).count());
    }

    @Test
    void routersAreCompletedAsTheyAreWritten() throws RequestException {
        assertThat(console.completions(List.of("router"), "")).containsExactly("Branch1", "Branch2", "HQ");
        assertThat(console.completions(List.of("router"), "br")).containsExactly("Branch1", "Branch2");

        console.execute("router Branch2");

        assertThat(console.prompt()).isEqualTo("Branch2 20.000# ");
    }
}
