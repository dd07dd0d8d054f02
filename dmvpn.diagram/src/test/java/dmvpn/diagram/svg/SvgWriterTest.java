package dmvpn.diagram.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.ModelPicture;
import dmvpn.diagram.Models;
import dmvpn.diagram.layout.Diagrams;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterKind;
import dmvpn.diagram.notation.RouterNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    private static PlacedDiagram withSpoke(String name) {
        return DmvpnLayout.place(Diagrams.of(1, List.of(new RouterNode("router:x", RouterKind.SPOKE, name, 1, false,
                List.of(), List.of(), List.of()))));
    }

    @Test
    void aPictureHasATitleAndADescriptionForScreenReaders() throws Exception {
        Document document = parse(SvgWriter.write(DmvpnLayout.place(Diagrams.of(1, 10))));

        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(elements(document, "title").getFirst().getTextContent()).isEqualTo("Acme");
        assertThat(elements(document, "desc").getFirst().getTextContent())
                .isEqualTo("DMVPN network Acme: 1 cloud, 1 hub, 209 spokes, 2 transports.");
    }

    @Test
    void everyNodeAndLineHasATitleOfItsOwn() throws Exception {
        PlacedDiagram placed = DmvpnLayout.place(Diagrams.of(2, 3));

        Document document = parse(SvgWriter.write(placed));

        int nodesAndLines = placed.routers().size() + placed.clouds().size() + placed.transports().size()
                + placed.connections().size();
        assertThat(elements(document, "title")).hasSize(1 + nodesAndLines);
    }

    @Test
    void everyTextIsThere() throws Exception {
        Document document = parse(SvgWriter.write(DmvpnLayout.place(Diagrams.of(1, 1))));

        assertThat(elements(document, "text")).extracting(Element::getTextContent).contains("Acme", "Corp", "10.255.0.0/16",
                "Internet", "HQ0", "Branch0", "Tunnel 10.255.0.{10+n}", "WAN DHCP +1", "LAN 10.100.{n}.0/24");
    }

    @Test
    void namesAreEscaped() throws Exception {
        String name = "<b>&\"'";

        Document document = parse(SvgWriter.write(withSpoke(name)));

        assertThat(elements(document, "text")).extracting(Element::getTextContent).contains(name);
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws Exception {
        Document document = parse(SvgWriter.write(withSpoke("a\u0001b\ufffe" + Character.toString(0xd800))));

        assertThat(elements(document, "text")).extracting(Element::getTextContent)
                .anyMatch(text -> text.startsWith("a\ufffdb\ufffd"));
    }

    @Test
    void aPictureIsSelfContainedAndReadableOnDarkScreens() {
        String svg = SvgWriter.write(DmvpnLayout.place(Diagrams.of(1, 2)));

        assertThat(svg).contains("@media (prefers-color-scheme:dark)").contains("class=\"paper\"")
                .doesNotContain("url(http").doesNotContain("@import").doesNotContain("<image").doesNotContain("<script");
    }

    @Test
    void theSamePictureIsTheSameText() {
        assertThat(SvgWriter.write(DmvpnLayout.place(Diagrams.of(3, 100))))
                .isEqualTo(SvgWriter.write(DmvpnLayout.place(Diagrams.of(3, 100))));
    }

    @Test
    void manyLinesAreThinAndFaint() {
        assertThat(SvgWriter.write(DmvpnLayout.place(Diagrams.of(1, 3)))).contains("<g class=\"lines\" stroke-width=\"2\">");
        assertThat(SvgWriter.write(DmvpnLayout.place(Diagrams.of(1, 1000))))
                .contains("<g class=\"lines\" stroke-width=\"1\" stroke-opacity=\"0.12\">");
    }

    @Test
    void numbersAreShortAndLocaleFree() {
        assertThat(Numbers.of(12)).isEqualTo("12");
        assertThat(Numbers.of(-0.04)).isEqualTo("0");
        assertThat(Numbers.of(-1.25)).isEqualTo("-1.2");
        assertThat(Numbers.of(1234567.89)).isEqualTo("1234567.9");
        assertThat(Numbers.hundredths(0.126)).isEqualTo("0.13");
        assertThat(Numbers.hundredths(1)).isEqualTo("1.00");
    }

    @Test
    void anEmptyDiagramIsAPictureThatSaysSo() throws Exception {
        Diagram empty = new Diagram("Acme", List.of(), List.of(), List.of(), List.of(), List.of());

        Document document = parse(SvgWriter.write(DmvpnLayout.place(empty)));

        assertThat(elements(document, "text")).extracting(Element::getTextContent)
                .anyMatch(text -> text.startsWith("Nothing to draw yet"));
    }

    @Test
    void aModelBecomesAPictureInOneStep() throws Exception {
        String svg = ModelPicture.svg(Models.parse("network Lab  transport Internet { }  hub HQ { wan Internet 203.0.113.1/24 }"),
                "file");

        assertThat(elements(parse(svg), "text")).extracting(Element::getTextContent).contains("Lab", "Internet", "HQ");
    }

    @Test
    void noiseBecomesAPictureToo() throws Exception {
        String svg = ModelPicture.svg(Models.parse("hub { ] ] spoke \u0000 \"<<< cloud cloud {{{{"), "noise");

        assertThat(elements(parse(svg), "title").getFirst().getTextContent()).isEqualTo("noise");
    }
}
