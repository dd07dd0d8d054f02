package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served model of several files. */
class ServedImportsTest {

    private static final String PROVIDER = """
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            """;
    private static final String CORE = """
            import "provider.dmvpn"
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            """;
    private static final String MODEL = """
            network Demo
            import "core.dmvpn"
            spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
            """;
    private static final ModelLoader LOADER = ModelLoader.create();

    @TempDir
    private Path folder;
    private Path core;
    private Path file;
    private ServedModel model;
    private int told;

    @BeforeEach
    void serve() throws IOException {
        Files.writeString(folder.resolve("provider.dmvpn"), PROVIDER);
        core = Files.writeString(folder.resolve("core.dmvpn"), CORE);
        file = Files.writeString(folder.resolve("net.dmvpn"), MODEL);
        model = serving(file);
        model.listen(() -> told++);
    }

    private static ServedModel serving(Path served) throws IOException {
        return new ServedModel(new ServedFiles(served), LOADER);
    }

    @Test
    void theDiagramFollowsAFileThatIsImported() throws IOException {
        assertThat(hubs()).containsExactly("HQ");
        Files.writeString(core, CORE.replace("hub HQ", "hub Head"));

        model.refresh();

        assertThat(hubs()).containsExactly("Head");
        assertThat(model.state().problems()).anyMatch(problem -> problem.message().contains("'HQ'"));
        assertThat(told).isOne();
        assertThat(model.state().undo()).as("the change is none of this file").isEmpty();
        model.refresh();
        assertThat(told).isOne();
    }

    @Test
    void theDiagramFollowsAFileThatAnImportedOneImports() throws IOException {
        Files.writeString(folder.resolve("provider.dmvpn"), PROVIDER.replace("transport Internet", "transport Web"));

        model.refresh();

        assertThat(model.state().placed().diagram().transports()).extracting(transport -> transport.label()).containsExactly("Web");
    }

    @Test
    void anImportedFileMayGoAndComeBack() throws IOException {
        Files.delete(core);
        model.refresh();
        assertThat(hubs()).isEmpty();
        Files.writeString(core, CORE);
        model.refresh();

        assertThat(hubs()).containsExactly("HQ");
    }

    @Test
    void anImportedFileThatIsBrokenIsNamed() throws IOException {
        Files.writeString(core, CORE.replace("cloud Corp {", "cloud Corp {{{"));
        model.refresh();

        assertThat(model.state().staleBecause()).matches("The imported file .*core\\.dmvpn is broken in line \\d+: .*");
    }

    @Test
    void anEditCountsWithWhatAnImportedFileSaysInThisMoment() throws IOException {
        Files.writeString(core, CORE.replace("10.255.0.1 }", "10.255.0.3 }"));

        model.edit(new ModelEdit.CreateSpoke(Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty());

        assertThat(file).content().contains("as 10.255.0.1 via HQ");
    }

    @Test
    void afterANewNameTheFilesThatUseTheOldOneAreNamed() throws IOException {
        Files.writeString(folder.resolve("unrelated.dmvpn"), "network Other\nhub HQ { }\n");
        ServedModel served = serving(core);
        ModelEdit rename = new ModelEdit.Rename("router:HQ", "Head");
        served.edit(rename, Optional.empty());

        assertThat(served.remark(rename)).contains("net.dmvpn imports this file and still says HQ: change it there too");
        assertThat(file).content().isEqualTo(MODEL);
    }

    @Test
    void whereNoOtherFileUsesTheNameNothingIsSaid() throws IOException {
        Files.writeString(file, MODEL.replace("via HQ", "") + "// HQ is the hub of Corp.\n");
        ServedModel served = serving(core);
        ModelEdit rename = new ModelEdit.Rename("router:HQ", "Head");
        served.edit(rename, Optional.empty());

        assertThat(served.remark(rename)).isEmpty();
        assertThat(served.remark(new ModelEdit.Delete(List.of("router:Head")))).isEmpty();
    }

    private List<String> hubs() {
        return model.state().placed().diagram().hubs().stream().map(RouterNode::label).toList();
    }
}
