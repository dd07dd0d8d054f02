package dmvpn.dsl.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After any edit an open file is known as if it had been loaded afresh: nodes, model, links, findings, network, origins. */
class EditsLikeFreshLoadTest {

    private static final int EDITS = 12;

    static LongStream fewSeeds() {
        return LongStream.range(0, 60);
    }

    static LongStream manySeeds() {
        return LongStream.range(1_000, 10_000);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void eachEditEndsWhereAFreshLoadDoes(long seed) throws IOException {
        edit(seed);
    }

    @EnabledIfSystemProperty(named = "dmvpn.tests.long", matches = "true")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void eachOfManyEditsEndsWhereAFreshLoadDoes(long seed) throws IOException {
        edit(seed);
    }

    /** The mutation fuzzer found this: such a value has a node without text, and its finding stayed behind when the text moved. */
    @Test
    void theFindingAtAValueThatIsMissingFollowsTheText() {
        String before = "transport T { latency 10ms }\n";
        DmvpnResource resource = Models.resource(before
                + "hub H1 { }\nhub H2 { }\nhub H3 { }\nhub H4 { }\n"
                + "cloud A { overlay 10.0.0.0/24  network-id 1  network-id }\n");
        assertThat(Described.all(resource)).contains("L-SETTING-TWICE");

        resource.update(0, before.length(), "");

        assertThat(Described.all(resource)).isEqualTo(Described.all(Models.resource(resource.text())));
    }

    /** The long profile found this: the first of two references was set anew when its target was, and the last one no more. */
    @Test
    void theLastOfTwoReferencesCountsWhateverIsEdited() {
        String text = Models.sound("  crypto Suite\n", "  crypto Suite  crypto Other\n")
                + "crypto Other { ike v2 encryption aes-gcm-256 prf sha384 group 19  esp aes-gcm-256 mode transport  psk secret \"key\" }\n";
        DmvpnResource resource = Models.resource(text);
        assertThat(Described.all(resource)).contains("ipsecProfile=Other");

        replace(resource, "ike v2 encryption", "ike  v2 encryption");
        assertThat(Described.all(resource)).contains("ipsecProfile=Other").doesNotContain("ipsecProfile=Suite");
        replace(resource, "crypto Other {", "crypto Another {");
        assertThat(Described.all(resource)).contains("ipsecProfile=Suite").doesNotContain("ipsecProfile=Other");
        replace(resource, "crypto Another {", "crypto Other {");
        assertThat(Described.all(resource)).contains("ipsecProfile=Other").doesNotContain("ipsecProfile=Suite");
    }

    private static void replace(DmvpnResource resource, String text, String replacement) {
        resource.update(resource.text().indexOf(text), text.length(), replacement);
        assertThat(Described.all(resource)).isEqualTo(Described.all(Models.resource(resource.text())));
    }

    private static void edit(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DmvpnResource resource = Models.resource(start(random));
        // Half of the rows look at each revision, so that what is kept from one to the next is used.
        boolean each = random.nextBoolean();
        RandomEdits edits = new RandomEdits(random);
        List<String> done = new ArrayList<>();
        for (int edit = 0; edit < EDITS; edit++) {
            done.add(edits.apply(resource));
            if (each || edit == EDITS - 1) {
                String edited = Described.all(resource);
                String fresh = Described.all(Models.resource(resource.text()));
                if (!edited.equals(fresh)) {
                    assertThat(edited.lines().toList()).as("seed %d, edits %s, text:%n%s", seed, done, resource.text())
                            .isEqualTo(fresh.lines().toList());
                }
            }
        }
    }

    private static String start(RandomGenerator random) throws IOException {
        List<java.nio.file.Path> examples = Models.examples();
        int choice = random.nextInt(examples.size() + 3);
        if (choice < examples.size()) {
            return Files.readString(examples.get(choice));
        }
        return choice == examples.size() ? Models.sketch() : choice == examples.size() + 1 ? Models.SOUND : writtenOut(random);
    }

    private static String writtenOut(RandomGenerator random) {
        StringBuilder text = new StringBuilder(Models.SOUND.substring(0, Models.SOUND.indexOf("spoke Branch")));
        int spokes = random.nextInt(5, 40);
        for (int spoke = 1; spoke <= spokes; spoke++) {
            text.append("spoke Site").append(spoke).append(" {\n  wan Internet dhcp\n  lan 192.168.").append(10 + spoke)
                    .append(".0/24\n  join Corp as 10.0.0.").append(10 + spoke).append(" via HQ\n}\n").append(random.nextInt(4) == 0 ? "// next\n" : "");
        }
        return text.toString();
    }
}
