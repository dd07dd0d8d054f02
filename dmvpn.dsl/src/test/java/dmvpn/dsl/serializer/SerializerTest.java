package dmvpn.dsl.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.linking.UnresolvedReferences;
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
            // Away from its file an import leads nowhere, and what it would have declared is not there.
            texts.add(Files.readString(example));
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
    void namesThatMeanNothingAreWrittenAsTheyWere() {
        String text = Models.SOUND.replace("via HQ", "via  Nobody /* yet */").replace("join Corp", "join Corb") + """
                host Lost { behind Nobody[3] }
                scenario S {
                  at 1s ping from Nobody.lan to fd00::1
                  expect at 2s Nobody has nhs ^hub up
                  expect after 1s longest gap of pong below 1s
                }
                """;
        DmvpnResource resource = Models.resource(text);

        assertThat(resource.getSerializer().serialize(resource.model())).isEqualTo(text);
        assertThat(UnresolvedReferences.of(resource).all()).isNotEmpty()
                .allMatch(reference -> reference.source().eGet(reference.reference()) == null);
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

        assertThat(text).isEqualTo(Models.SOUND.replace("  lan 192.168.1.0/24\n", "  lan 192.168.1.0/24\n  lan 192.168.2.0/24\n"));
    }

    @Test
    void aClauseOfANewKindStandsAtTheEndOfItsBlock() {
        DmvpnResource resource = Models.resource(Models.SOUND);
        RouterDeclaration hub = (RouterDeclaration) resource.getEObject("//hub:HQ");
        LoopbackClause loopback = ModelFactory.eINSTANCE.createLoopbackClause();
        loopback.setAddress("192.168.250.1/32");
        hub.getLoopbacks().add(loopback);

        assertThat(resource.getSerializer().serialize(resource.model())).isEqualTo(Models.SOUND
                .replace("  join Corp as 10.0.0.1\n", "  join Corp as 10.0.0.1\n  loopback 192.168.250.1/32\n"));
    }

    @Test
    void aRemovedClauseTakesItsLineAndLeavesTheCommentsAboveIt() {
        String text = Models.SOUND.replace("  lan 192.168.1.0/24\n", "  // servers\n  lan 192.168.1.0/24   // old\n");
        DmvpnResource resource = Models.resource(text);
        ((RouterDeclaration) resource.getEObject("//hub:HQ")).getLans().clear();

        assertThat(resource.getSerializer().serialize(resource.model()))
                .isEqualTo(text.replace("  lan 192.168.1.0/24   // old\n", ""));
    }

    @Test
    void aMovedElementTakesItsCommentsAlong() {
        String text = "// head\nnetwork N\n\n// one\ntransport A { }   // behind one\n\n/* two */\ntransport B { }\n";
        DmvpnResource resource = Models.resource(text);
        resource.model().getElements().move(2, 1);

        assertThat(resource.getSerializer().serialize(resource.model())).isEqualTo(
                "// head\nnetwork N\n\n/* two */\ntransport B { }\n\n// one\ntransport A { }   // behind one\n");
    }

    @Test
    void aReservedNameIsEscaped() {
        DmvpnResource resource = Models.resource(Models.SOUND);
        ((RouterDeclaration) resource.getEObject("//hub:HQ")).setName("hub");

        assertThat(resource.getSerializer().serialize(resource.model())).contains("hub ^hub {").contains("via ^hub");
    }
}
