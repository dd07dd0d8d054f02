package dmvpn.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.testing.Models;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ide.lens.ModelCommands;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandsTest {

    private static final String SWEEP = """
            scenario Sites for each spoke S {
              duration 30s
              expect at 25s S.lan reaches HQ.lan
              expect at 25s path S.lan to HQ.lan is over Nowhere
            }
            """;

    @TempDir
    private Path folder;

    private final List<MessageParams> messages = new ArrayList<>();
    private final LastVerdicts verdicts = new LastVerdicts(() -> { });

    private LanguageClient client() {
        return (LanguageClient) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {LanguageClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("showMessage")) {
                        messages.add((MessageParams) arguments[0]);
                    }
                    return null;
                });
    }

    private void run(Path file, String scenario) throws Exception {
        try (ScenarioCommands commands = new ScenarioCommands()) {
            commands.connect(client(), verdicts);
            commands.execute(ModelCommands.RUN, List.of(file.toUri().toString(), scenario)).get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aScenarioIsRunAndItsVerdictIsKnown() throws Exception {
        Path file = Models.write(folder, "a.dmvpn", Models.SOUND);

        run(file, "Calm");

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.getType()).isEqualTo(MessageType.Info);
            assertThat(message.getMessage()).startsWith("Calm ");
        });
        assertThat(verdicts.of(file.toUri().toString(), "Calm")).isPresent();
    }

    @Test
    void theOthersOfTheFileAreNotRun() throws Exception {
        Path file = Models.write(folder, "a.dmvpn", Models.SOUND + "scenario Other { duration 10s }\nscenario CalmToo { duration 10s }\n");

        run(file, "Calm");

        assertThat(verdicts.of(file.toUri().toString(), "Calm")).isPresent();
        assertThat(verdicts.of(file.toUri().toString(), "Other")).isEmpty();
        assertThat(verdicts.of(file.toUri().toString(), "CalmToo")).isEmpty();
    }

    @Test
    void aSweepIsRunForEachRouterAndHasOneVerdict() throws Exception {
        Path file = Models.write(folder, "a.dmvpn", Models.SOUND + """
                transport Other { }
                """ + SWEEP.replace("Nowhere", "Other") + Models.SOUND.lines().filter(line -> line.startsWith("spoke"))
                .map(line -> line.replace("Branch", "Second").replace("192.168.11", "192.168.12").replace("10.0.0.11", "10.0.0.12"))
                .findFirst().orElseThrow() + "\n");

        run(file, "Sites");

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.getType()).isEqualTo(MessageType.Warning);
            assertThat(message.getMessage()).contains("Sites[Branch]: ", "Sites[Second]: ").contains("2 of 4");
        });
        assertThat(verdicts.of(file.toUri().toString(), "Sites")).hasValueSatisfying(verdict ->
                assertThat(verdict.text()).contains("2 of 4"));
    }

    @Test
    void aScenarioThatIsNotThereSaysSo() throws Exception {
        run(Models.write(folder, "a.dmvpn", Models.SOUND), "Nobody");

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.getType()).isEqualTo(MessageType.Error);
            assertThat(message.getMessage()).contains("Nobody was not run");
        });
    }
}
