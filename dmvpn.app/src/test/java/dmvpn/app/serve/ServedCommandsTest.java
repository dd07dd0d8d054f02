package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dmvpn.app.export.ExportService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.CommandAnswer;
import dmvpn.diagram.glsp.CommandTarget;
import dmvpn.dsl.load.ModelLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the menus of a served diagram offer besides edits. */
class ServedCommandsTest {

    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }

            // Three of them.
            spoke Branch[1..3] { wan Internet dhcp  lan 10.2.{n}.0/24  join Corp as 10.255.0.{n+1} via HQ }
            """;
    private static final ModelLoader LOADER = ModelLoader.create();

    @TempDir
    private Path folder;
    private Path file;
    private ServedModel model;
    private ServedCommands commands;

    @BeforeEach
    void serve() throws IOException {
        file = Files.writeString(folder.resolve("net.dmvpn"), MODEL);
        model = new ServedModel(new ServedFiles(file), LOADER);
        commands = new ServedCommands(model.drawn(), new ConfigurationArchive(
                ExportService.standard(new ModelReader(LOADER)), file, ProgressMonitor.NONE));
    }

    @Test
    void aConfigurationIsThatOfTheRouterAndOthersCanBeChosen() throws Exception {
        CommandAnswer.Text shown = text(ServedCommands.SHOW_CONFIGURATION, "router:HQ", Map.of());

        assertThat(shown.text()).contains("hostname HQ").contains("10.255.0.1");
        assertThat(option(shown, "router").values()).containsExactly("HQ", "Branch1", "Branch2", "Branch3");
        CommandAnswer.Text other = text(ServedCommands.SHOW_CONFIGURATION, "router:HQ", Map.of("router", "Branch2"));
        assertThat(other.text()).contains("hostname Branch2").contains("10.255.0.3");
        assertThat(option(other, "router").chosen()).isEqualTo("Branch2");
    }

    @Test
    void ofAFamilyTheFirstMemberIsShownAndEveryFormatIsThere() throws Exception {
        CommandAnswer.Text shown = text(ServedCommands.SHOW_CONFIGURATION, "router:Branch[1..3]", Map.of());

        assertThat(option(shown, "router").chosen()).isEqualTo("Branch1");
        assertThat(option(shown, "format").values()).hasSizeGreaterThan(1);
        String format = option(shown, "format").values().getLast();
        assertThat(text(ServedCommands.SHOW_CONFIGURATION, "router:Branch[1..3]", Map.of("format", format)).text())
                .isNotEqualTo(shown.text());
    }

    @Test
    void aMemberThatIsShownApartHasItsOwnConfigurationAndTheTextOfItsFamily() throws Exception {
        Files.writeString(file, MODEL + "host Till { behind Branch[2]  address 10.2.2.50 }\n");
        model.refresh();
        model.toggle("router:Branch[1..3]");

        CommandAnswer.Text shown = text(ServedCommands.SHOW_CONFIGURATION, "router:Branch[2]", Map.of());
        assertThat(shown.text()).contains("hostname Branch2");
        assertThat(text(ServedCommands.SHOW_TEXT, "router:Branch[2]", Map.of()).text()).startsWith("spoke Branch[1..3]");
    }

    @Test
    void theTextOfAnArrowBetweenCloudsIsThatOfTheCloudThatItStartsAt() throws Exception {
        Files.writeString(file, MODEL + "cloud Spare { overlay 10.254.0.0/24  phase 3  backup for Corp }\n");
        model.refresh();

        assertThat(text(ServedCommands.SHOW_TEXT, "backup:cloud:Spare", Map.of()).text()).startsWith("cloud Spare");
    }

    @Test
    void anExportSaysFirstWhatThereWouldBeAndIsOneArchive() throws Exception {
        CommandAnswer.Text listed = text(ServedCommands.EXPORT, "", Map.of());
        assertThat(listed.title()).isEqualTo("Export of 4 configurations");
        assertThat(listed.text().lines()).hasSize(4).anyMatch(line -> line.startsWith("Branch3"));

        CommandAnswer.Download archive = (CommandAnswer.Download) run(listed.next().orElseThrow().command(), "", Map.of());
        assertThat(archive.name()).isEqualTo("net-configurations.zip");
        assertThat(unzipped(archive.content())).hasSize(4).containsEntry("HQ.cfg",
                text(ServedCommands.SHOW_CONFIGURATION, "router:HQ", Map.of()).text());
        assertThat(folder).isDirectoryContaining(kept -> kept.equals(file)).isDirectoryNotContaining(made -> !made.equals(file));
    }

    @Test
    void anExportOfARouterIsItsFileAndOfAFamilyThoseOfItsMembers() throws Exception {
        CommandAnswer.Download one = (CommandAnswer.Download) run(ServedCommands.DOWNLOAD, "router:HQ", Map.of());

        assertThat(one.name()).isEqualTo("HQ.cfg");
        assertThat(new String(one.content(), StandardCharsets.UTF_8)).contains("hostname HQ");
        assertThat(text(ServedCommands.EXPORT, "router:Branch[1..3]", Map.of()).title()).isEqualTo("Export of 3 configurations");
    }

    @Test
    void theTextOfAnElementIsShownWithItsPlace() throws Exception {
        CommandAnswer.Text shown = text(ServedCommands.SHOW_TEXT, "router:Branch[1..3]", Map.of());

        assertThat(shown.title()).endsWith("net.dmvpn, line 7");
        assertThat(shown.text()).startsWith("spoke Branch[1..3] {").endsWith("}");
        assertThat(text(ServedCommands.SHOW_TEXT, "", Map.of()).text()).isEqualTo(MODEL);
    }

    @Test
    void ofAModelWithErrorsThereIsNoConfigurationAndTheReasonIsSaid() throws Exception {
        Files.writeString(file, MODEL.replace("via HQ", "via Nobody"));
        model.refresh();

        assertThat(run(ServedCommands.SHOW_CONFIGURATION, "router:HQ", Map.of()))
                .asInstanceOf(type(CommandAnswer.Refused.class)).extracting(CommandAnswer.Refused::reason).asString()
                .startsWith("There is no configuration now: the model has");
        assertThat(run(ServedCommands.EXPORT, "", Map.of())).isInstanceOf(CommandAnswer.Refused.class);
    }

    @Test
    void whatIsGoneOrHasNoConfigurationIsRefused() throws Exception {
        assertThat(run(ServedCommands.SHOW_TEXT, "router:Gone", Map.of())).isInstanceOf(CommandAnswer.Refused.class);
        assertThat(run(ServedCommands.SHOW_CONFIGURATION, "cloud:Corp", Map.of())).isInstanceOf(CommandAnswer.Refused.class);
        assertThat(run("nothing", "", Map.of())).isInstanceOf(CommandAnswer.Refused.class);
    }

    @Test
    void everyCommandSaysWhatItIsFor() {
        assertThat(commands.commands()).filteredOn(command -> command.id().equals(ServedCommands.SHOW_CONFIGURATION))
                .singleElement().satisfies(command -> assertThat(command.targets()).containsExactly(CommandTarget.ROUTER));
    }

    private CommandAnswer run(String command, String element, Map<String, String> options) throws Exception {
        return commands.run(command, element, options).toCompletableFuture().get();
    }

    private CommandAnswer.Text text(String command, String element, Map<String, String> options) throws Exception {
        return (CommandAnswer.Text) run(command, element, options);
    }

    private static CommandAnswer.Option option(CommandAnswer.Text text, String name) {
        return text.options().stream().filter(option -> option.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
