package dmvpn.dsl.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The serializer never rewrites what it was not asked to change. */
class SerializerTest {

    static Stream<String> texts() throws IOException {
        Stream.Builder<String> texts = Stream.builder();
        texts.add(Models.SOUND).add(Models.sketch());
        for (Path example : Models.examples()) {
            String text = Files.readString(example);
            // Away from its file an import leads nowhere, and a reference without a target is not written.
            if (!text.contains("import \"")) {
                texts.add(text);
            }
        }
        return texts.build();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void untouchedTextComesBackAsItWas(String text) {
        DmvpnResource resource = Models.resource(text);

        assertThat(resource.getSerializer().serialize(resource.model())).isEqualTo(text);
    }

    @Test
    void commentsAndRawLinesAreKept() {
        String text = "// first\nhub A { /* inside */ raw cisco-iosxe <<<\n! \"x\" // y\n>>> lan 10.0.0.0/24 // behind\n}\n// last\n";
        DmvpnResource resource = Models.resource(text);

        assertThat(resource.getSerializer().serialize(resource.model())).isEqualTo(text);
    }

    @Test
    void anAddedClauseLeavesTheRestAsItWas() {
        DmvpnResource resource = Models.resource(Models.SOUND);
        RouterDeclaration hub = (RouterDeclaration) resource.getEObject("//hub:HQ");
        LanClause lan = ModelFactory.eINSTANCE.createLanClause();
        lan.setPrefix("192.168.2.0/24");
        hub.getLans().add(lan);

        String text = resource.getSerializer().serialize(resource.model());

        assertThat(text.replaceAll("\\s*lan 192\\.168\\.2\\.0/24", "")).isEqualToIgnoringWhitespace(Models.SOUND);
        assertThat(text).contains("lan 192.168.2.0/24").contains("overlay 10.0.0.0/24 phase 3 network-id 1 tunnel-key 100");
    }

    @Test
    void aReservedNameIsEscaped() {
        DmvpnResource resource = Models.resource(Models.SOUND);
        ((RouterDeclaration) resource.getEObject("//hub:HQ")).setName("hub");

        assertThat(resource.getSerializer().serialize(resource.model())).contains("hub ^hub {").contains("via ^hub");
    }
}
