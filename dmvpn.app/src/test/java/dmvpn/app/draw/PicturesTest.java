package dmvpn.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in all formats, as somebody wants to see them. */
class PicturesTest {

    private final DrawService service = new DrawService(ModelReader.standalone());

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Models.write(folder, "model.dmvpn", Models.SOUND);
    }

    private static DrawRequest in(String theme) {
        return new DrawRequest(theme, List.of(), List.of(), List.of(), List.of());
    }

    private byte[] drawn(String name, DrawRequest request) throws Exception {
        Path picture = folder.resolve(name);
        service.draw(model, picture, request, ProgressMonitor.NONE);
        return Files.readAllBytes(picture);
    }

    private String svg(DrawRequest request) throws Exception {
        return new String(drawn("picture.svg", request), StandardCharsets.UTF_8);
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void aPngHasTheSizeAndThePaperOfItsPicture() throws Exception {
        Matcher size = Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\"").matcher(svg(DrawRequest.ALL));
        assertThat(size.find()).isTrue();

        BufferedImage light = image(drawn("light.png", DrawRequest.ALL));
        BufferedImage dark = image(drawn("dark.PNG", in("dark")));

        assertThat(light.getWidth()).isEqualTo(2 * Integer.parseInt(size.group(1)));
        assertThat(light.getHeight()).isEqualTo(2 * Integer.parseInt(size.group(2)));
        assertThat(light.getRGB(light.getWidth() / 2, 8)).isEqualTo(0xfffbfcfe);
        assertThat(dark.getRGB(dark.getWidth() / 2, 8)).isEqualTo(0xff0d1117);
    }

    @Test
    void aPngShowsTheColoursOfHubsCloudsAndLetters() throws Exception {
        BufferedImage image = image(drawn("picture.png", in("light")));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        for (int colour : new int[] {0xff2f6fde, 0xff0f9d78, 0xff8b98a9, 0xff1f2a37, 0xff174ea6}) {
            assertThat(Arrays.stream(pixels).filter(pixel -> pixel == colour).count())
                    .as("pixels of %x", colour).isGreaterThan(20);
        }
    }

    @Test
    void aPdfIsOnePageOfPathsWhoseTableIsRight() throws Exception {
        byte[] bytes = drawn("picture.pdf", DrawRequest.ALL);
        String pdf = new String(bytes, StandardCharsets.ISO_8859_1);

        assertThat(pdf).startsWith("%PDF-1.4\n").endsWith("%%EOF\n").contains("/Type /Page ", "/MediaBox [0 0 ");
        int table = Integer.parseInt(pdf.replaceFirst("(?s).*startxref\n(\\d+)\n.*", "$1"));
        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
        String[] entries = pdf.substring(table).split("\n");
        for (int object = 1; object < 6; object++) {
            assertThat(pdf.substring(Integer.parseInt(entries[object + 2].substring(0, 10)))).startsWith(object + " 0 obj\n");
        }
        String content = content(bytes, pdf);
        assertThat(content).contains(" cm\n", " c\n", "\nf\n", "\nS\n", "0.184 0.435 0.871 RG");
        assertThat(content.lines().filter("q"::equals).count()).isEqualTo(content.lines().filter("Q"::equals).count());
    }

    private static String content(byte[] bytes, String pdf) throws IOException {
        int start = pdf.indexOf("stream\n") + "stream\n".length();
        Matcher length = Pattern.compile("/Length (\\d+)").matcher(pdf);
        assertThat(length.find()).isTrue();
        ByteArrayInputStream deflated = new ByteArrayInputStream(bytes, start, Integer.parseInt(length.group(1)));
        return new String(new InflaterInputStream(deflated).readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatRulesFindIsMarkedWhenSomebodyWantsThat() throws Exception {
        Files.writeString(model, Files.readString(model).replace("via HQ", "via Nobody"));

        assertThat(svg(new DrawRequest("auto", List.of(), List.of(), List.of(), List.of(), true))).contains("Nobody", "class=\"mark problem\"");
        assertThat(svg(DrawRequest.ALL)).doesNotContain("mark problem");
    }

    @Test
    void theSamePictureIsTheSameFile() throws Exception {
        for (String name : List.of("a.png", "a.pdf", "a.svg")) {
            assertThat(drawn(name, DrawRequest.ALL)).isEqualTo(drawn("again-" + name, DrawRequest.ALL));
        }
    }

    @Test
    void aThemeIsFixedOrFollowsTheReader() throws Exception {
        assertThat(svg(in("auto"))).contains("prefers-color-scheme:dark", ".paper{fill:#fbfcfe}", ".paper{fill:#0d1117}");
        assertThat(svg(in("light"))).doesNotContain("prefers-color-scheme", ".paper{fill:#0d1117}");
        assertThat(svg(in("Dark"))).doesNotContain("prefers-color-scheme").contains(".paper{fill:#0d1117}");
        assertThatThrownBy(() -> svg(in("sepia"))).isInstanceOf(RequestException.class)
                .hasMessage("There is no theme sepia: use auto, light, dark");
    }

    @Test
    void layersCloudsAndSitesCanBeChosen() throws Exception {
        String underlay = svg(new DrawRequest("auto", List.of("underlay", "addresses"), List.of(), List.of(), List.of()));
        assertThat(underlay).contains("transport Internet").doesNotContain("class=\"tunnel", "class=\"cloud");
        assertThat(svg(new DrawRequest("auto", List.of("OVERLAY"), List.of(), List.of(), List.of())))
                .contains("class=\"tunnel").doesNotContain("transport Internet", "IPsec", "10.0.0.");
        assertThatThrownBy(() -> svg(new DrawRequest("auto", List.of("physical"), List.of(), List.of(), List.of())))
                .hasMessage("There is no layer physical: use underlay, overlay, ipsec, routing, addresses");
        assertThatThrownBy(() -> svg(new DrawRequest("auto", List.of(), List.of("Nowhere"), List.of(), List.of())))
                .hasMessageStartingWith("There is no cloud Nowhere: the model has ");
        assertThatThrownBy(() -> svg(new DrawRequest("auto", List.of(), List.of(), List.of("Nowhere"), List.of())))
                .hasMessageStartingWith("There is no site Nowhere: the model has ").hasMessageContaining("HQ");
    }

    @Test
    void nodesStandWhereTheLayoutFileHasThem() throws Exception {
        Files.writeString(LayoutFile.of(model), "dmvpn-layout 1\nrouter:HQ 1234 -56\n");
        assertThat(svg(DrawRequest.ALL)).contains("class=\"card\" x=\"1234\" y=\"-56\"");
    }
}
