package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.ui.sirius.ViewpointRegistration;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What tools find that know EMF and not the language, Sirius among them. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class EmfToolsTest {

    private static final String TEXT = """
            // the only transport
            transport Internet { latency 10ms }   /* for now */
            hub HQ { wan Internet 203.0.113.1/24 }
            """;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        project = new ModelProject("emf");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void aPlainResourceSetLoadsAndSavesAModelOfTheWorkspace() throws Exception {
        IFile file = project.file("net.dmvpn", TEXT);
        URI uri = URI.createPlatformResourceURI(file.getFullPath().toString(), true);
        Resource resource = new ResourceSetImpl().getResource(uri, true);
        assertThat(resource.getErrors()).isEmpty();
        EObject transport = resource.getContents().getFirst().eContents().getFirst();
        assertThat(resource.getURIFragment(transport)).isEqualTo("//transport:Internet");

        transport.eSet(transport.eClass().getEStructuralFeature("latency"), "20ms");
        resource.save(null);

        file.refreshLocal(IResource.DEPTH_ZERO, null);
        try (InputStream saved = file.getContents()) {
            assertThat(new String(saved.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT.replace("10ms", "20ms"));
        }
    }

    @Test
    void thePackagesOfTheLanguageAreRegistered() {
        for (String uri : List.of("dmvpn:language/1", "dmvpn:language/1/routing", "dmvpn:language/1/scenario")) {
            assertThat(EPackage.Registry.INSTANCE.getEPackage(uri)).as(uri).isNotNull();
        }
    }

    @Test
    void theContributionToSiriusNamesAClassThatDoesNothingWithoutSirius() throws Exception {
        Bundle bundle = Platform.getBundle("dmvpn.diagram.ui");
        Element component = elements(bundle, "plugin.xml", "component").getFirst();

        assertThat(component.getParentNode()).isInstanceOfSatisfying(Element.class, extension ->
                assertThat(extension.getAttribute("point")).isEqualTo("org.eclipse.sirius.componentization"));
        assertThat(bundle.loadClass(component.getAttribute("class")).getConstructor().newInstance())
                .isInstanceOf(ViewpointRegistration.class);
    }

    @Test
    void theBundleOfTheViewpointHasWhatItNames() throws Exception {
        String[] place = ViewpointRegistration.VIEWPOINT.split("/", 2);
        Bundle bundle = Platform.getBundle(place[0]);

        for (Element extension : elements(bundle, place[1], "ownedJavaExtensions")) {
            assertThat(bundle.loadClass(extension.getAttribute("qualifiedClassName")).getConstructor().newInstance()).isNotNull();
        }
        for (Element style : elements(bundle, place[1], "style")) {
            String image = style.getAttribute("workspacePath");
            assertThat(image.isEmpty() || bundle.getEntry(image.substring(place[0].length() + 1)) != null).as(image).isTrue();
        }
    }

    private static List<Element> elements(Bundle bundle, String file, String name) throws Exception {
        List<Element> found = new ArrayList<>();
        try (InputStream text = bundle.getEntry(file).openStream()) {
            NodeList nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(text).getElementsByTagName(name);
            for (int index = 0; index < nodes.getLength(); index++) {
                found.add((Element) nodes.item(index));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
