package dmvpn.diagram.sirius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.resource.DmvpnResourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of several files, in the plain resource set that Sirius has. */
class ImportedModelTest {

    private static final String SHARED = """
            // shared by all sites
            transport Internet { latency 20ms  dhcp 198.51.100.0/24 }
            """;
    private static final String MAIN = """
            import "shared.dmvpn"
            cloud Corp { overlay 10.0.0.0/24  phase 3 }
            hub HQ {
              wan  Internet 203.0.113.1/24 gateway 203.0.113.254   // to the provider
              join Corp as 10.0.0.1
            }
            """;

    @TempDir
    private Path folder;
    private DmvpnResource main;
    private final ViewpointFile file = ViewpointFile.read();

    @BeforeEach
    void load() throws IOException {
        Files.writeString(folder.resolve("shared.dmvpn"), SHARED);
        Files.writeString(folder.resolve("main.dmvpn"), MAIN);
        open();
    }

    private void open() {
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("dmvpn", new DmvpnResourceFactory());
        main = (DmvpnResource) resources.getResource(URI.createFileURI(folder.resolve("main.dmvpn").toString()), true);
    }

    private <T extends NamedElement> T named(Class<T> type, String name) {
        return main.withImports().stream().map(DmvpnResource::model).flatMap(model -> model.getElements().stream())
                .filter(type::isInstance).map(type::cast).filter(each -> name.equals(each.getName())).findFirst().orElseThrow();
    }

    @Test
    void whatIsImportedIsDrawn() {
        DrawnViewpoint topology = new DrawnViewpoint(file, new Expressions(file), "Topology", main.model());

        assertThat(topology.elements("Transport")).containsExactly(named(TransportDeclaration.class, "Internet"));
        assertThat(topology.views("WanAttachment")).hasSize(1);
    }

    @Test
    void editsOfTheFileLeaveTheImportedOneAlone() throws IOException {
        new CreationServices().createConnectedSpokeIn(main.model());
        main.save(null);

        assertThat(Files.readString(folder.resolve("main.dmvpn"))).startsWith(MAIN).contains("wan Internet dhcp");
        assertThat(Files.readString(folder.resolve("shared.dmvpn"))).isEqualTo(SHARED);
    }

    @Test
    void whatOtherFilesReferToKeepsItsName() {
        TransportDeclaration internet = named(TransportDeclaration.class, "Internet");
        EditServices edits = new EditServices();

        assertThatThrownBy(() -> edits.changeName(internet, "Other")).isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("shared.dmvpn");
        assertThatThrownBy(() -> edits.removeDrawn(internet, null)).isInstanceOf(EditRefusedException.class);
        assertThat(internet.getName()).isEqualTo("Internet");
    }

    @Test
    void anImportedElementDoesNotReferToWhatItsFileDoesNotKnow() {
        EObject router = new CreationServices().createHubIn(named(TransportDeclaration.class, "Internet"));

        assertThatThrownBy(() -> new EditServices().joinRouter((RouterDeclaration) router, named(CloudDeclaration.class, "Corp")))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("does not import");
        assertThat(((RouterDeclaration) router).getJoins()).isEmpty();
    }

    @Test
    void problemsOfImportedElementsAreShownAtThem() throws IOException {
        Files.writeString(folder.resolve("shared.dmvpn"), SHARED.replace("20ms", "soon"));
        open();

        assertThat(new ProblemServices().errorText(named(TransportDeclaration.class, "Internet"))).contains("soon");
        assertThat(new ProblemServices().isWithoutErrors(named(CloudDeclaration.class, "Corp"))).isTrue();
    }
}
