package dmvpn.dsl.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.TransportDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Models in tools that know EMF alone. */
class DmvpnResourceFactoryTest {

    private static final String TEXT = """
            // what the network is for
            transport Internet { latency 10ms }   /* the only one */

            hub HQ {
              wan Internet 203.0.113.1/24   // towards the provider
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aPlainResourceSetLoadsAndSavesModelsWithTheirComments() throws IOException {
        Path file = Files.writeString(folder.resolve("net.dmvpn"), TEXT);
        Resource resource = plainResourceSet().getResource(uri(file), true);
        Model model = (Model) resource.getContents().getFirst();
        TransportDeclaration added = ModelFactory.eINSTANCE.createTransportDeclaration();
        added.setName("Spare");
        model.getElements().add(added);
        ((TransportDeclaration) model.getElements().getFirst()).setLatency("20ms");

        resource.save(null);

        assertThat(Files.readString(file)).startsWith(TEXT.replace("10ms", "20ms")).contains("transport Spare {");
        assertThat(plainResourceSet().getResource(uri(file), true).getErrors()).isEmpty();
    }

    @Test
    void whatAnEditorSetUpBeforeIsUsed() {
        Resource first = new DmvpnResourceFactory().createResource(URI.createURI("memory:/first.dmvpn"));
        Resource second = new DmvpnResourceFactory().createResource(URI.createURI("memory:/second.dmvpn"));

        assertThat(first).isInstanceOf(DmvpnResource.class);
        assertThat(((DmvpnResource) first).getResourceServiceProvider().get(Injector.class))
                .isSameAs(((DmvpnResource) second).getResourceServiceProvider().get(Injector.class));
    }

    @Test
    void fragmentsLeadBackToTheElementInAnotherResourceSet() throws IOException {
        Path file = Files.writeString(folder.resolve("net.dmvpn"), TEXT);
        HubDeclaration hub = (HubDeclaration) ((Model) plainResourceSet().getResource(uri(file), true).getContents().getFirst())
                .getElements().get(1);

        EObject found = plainResourceSet().getEObject(EcoreUtil.getURI(hub.getWans().getFirst()), true);

        assertThat(EcoreUtil.getURI(found)).isEqualTo(EcoreUtil.getURI(hub.getWans().getFirst()));
        assertThat(found.eClass()).isEqualTo(hub.getWans().getFirst().eClass());
    }

    @Test
    void theContributionNamesTheThreePackagesAndTheFactory() throws Exception {
        Document contribution;
        try (InputStream text = DmvpnResourceFactory.class.getResourceAsStream("/plugin.xml")) {
            contribution = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(text);
        }

        List<Element> packages = elements(contribution, "package");
        assertThat(packages).hasSize(3);
        for (Element each : packages) {
            EPackage named = (EPackage) Class.forName(each.getAttribute("class")).getField("eINSTANCE").get(null);
            assertThat(each.getAttribute("uri")).isEqualTo(named.getNsURI());
        }
        assertThat(elements(contribution, "parser")).singleElement().satisfies(parser -> {
            assertThat(parser.getAttribute("type")).isEqualTo("dmvpn");
            assertThat(Class.forName(parser.getAttribute("class")).getConstructor().newInstance())
                    .isInstanceOf(Resource.Factory.class);
        });
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }

    private static ResourceSet plainResourceSet() {
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("dmvpn", new DmvpnResourceFactory());
        return resources;
    }

    private static URI uri(Path file) {
        return URI.createFileURI(file.toString());
    }
}
