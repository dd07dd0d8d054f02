package dmvpn.sim.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ike.v1.ModeMismatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of what the standards demand agrees with the tests, and docs/fidelity.md with both. The page is written anew by
 * this test with {@code -Ddmvpn.tests.write=true}.
 */
class FidelityTest {

    private static final Path PAGE = Path.of("..", "docs", "fidelity.md");
    private static final String MEND = "write docs/fidelity.md anew with ./dmvpn verify -Dplain -pl dmvpn.sim -am "
            + "-Dtest=FidelityTest -Dsurefire.failIfNoSpecifiedTests=false -Ddmvpn.tests.write=true";

    private final Catalogue catalogue = Catalogue.read();
    private final Evidence evidence = Evidence.collect();

    private List<String> idsOf(Level level) {
        return catalogue.standards().stream().flatMap(standard -> standard.clauses().stream()
                .filter(clause -> clause.level() == level).map(standard::idOf)).toList();
    }

    private List<String> allIds() {
        List<String> ids = new ArrayList<>();
        Arrays.stream(Level.values()).forEach(level -> ids.addAll(idsOf(level)));
        catalogue.switches().forEach(each -> ids.addAll(List.of(each.onId(), each.offId())));
        return ids;
    }

    private List<String> withoutTest(List<String> ids) {
        return ids.stream().filter(id -> evidence.of(id).isEmpty()).toList();
    }

    @Test
    void everyClauseThatIsModelledIsShownByATest() {
        assertThat(withoutTest(idsOf(Level.MODELLED))).as("annotate the test that shows it with @Shows").isEmpty();
    }

    @Test
    void everyClauseThatIsSimplifiedIsShownByATest() {
        assertThat(withoutTest(idsOf(Level.SIMPLIFIED))).as("annotate the test that shows it with @Shows").isEmpty();
    }

    @Test
    void noTestShowsAClauseThatIsAbsent() {
        assertThat(idsOf(Level.ABSENT)).as("change its level, or the annotation")
                .allSatisfy(id -> assertThat(evidence.of(id)).isEmpty());
    }

    @Test
    void everyClauseSaysInASentenceWhatItDemandsAndWhatIsInsteadUnlessItIsModelled() {
        for (Standard standard : catalogue.standards()) {
            assertThat(standard.clauses()).isNotEmpty().allSatisfy(clause -> {
                assertThat(clause.demand()).as(standard.idOf(clause)).endsWith(".").doesNotContain(". ");
                if (clause.level() == Level.MODELLED) {
                    assertThat(clause.instead()).as(standard.idOf(clause)).isEmpty();
                } else {
                    assertThat(clause.instead()).as(standard.idOf(clause)).endsWith(".");
                }
            });
        }
    }

    @Test
    void identifiersAreUnique() {
        assertThat(allIds()).doesNotHaveDuplicates();
    }

    @Test
    void sectionsAreInOrder() {
        for (Standard standard : catalogue.standards()) {
            List<String> numbers = standard.sections().stream().map(Standard.Section::number).toList();
            assertThat(numbers).as(standard.name()).isSortedAccordingTo(FidelityTest::compareSections).doesNotHaveDuplicates();
        }
    }

    /** Appendices come behind the sections. */
    private static int compareSections(String one, String other) {
        return Arrays.compare(Arrays.stream(one.split("\\.")).mapToInt(FidelityTest::place).toArray(),
                Arrays.stream(other.split("\\.")).mapToInt(FidelityTest::place).toArray());
    }

    private static int place(String part) {
        return Character.isDigit(part.charAt(0)) ? Integer.parseInt(part) : 1000 + part.charAt(0);
    }

    @Test
    void noTestNamesAClauseThatTheCatalogueDoesNotHave() {
        Set<String> unknown = new TreeSet<>(evidence.byId().keySet());
        unknown.removeAll(new HashSet<>(allIds()));

        assertThat(unknown).isEmpty();
    }

    @Test
    void onlyTestsAreAnnotated() {
        assertThat(evidence.byId().values().stream().flatMap(List::stream).distinct()).allSatisfy(test ->
                assertThat(test.method().isEmpty() || isTest(test)).as(test.type().getSimpleName() + "#" + test.method()).isTrue());
    }

    /** Any annotation of JUnit that makes a method a test: Test, TestFactory, ParameterizedTest and others. */
    private static boolean isTest(Evidence.ShowingTest test) {
        return Arrays.stream(test.type().getDeclaredMethods()).filter(method -> method.getName().equals(test.method()))
                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith("org.junit.jupiter."));
    }

    @Test
    void classesWithOneNameWouldBeOneLink() {
        assertThat(evidence.byId().values().stream().flatMap(List::stream).map(Evidence.ShowingTest::type).distinct()
                .map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    @Test
    void bothSidesOfEverySwitchAreShownByATest() {
        List<String> sides = catalogue.switches().stream().flatMap(each -> List.of(each.onId(), each.offId()).stream()).toList();

        assertThat(withoutTest(sides)).as("annotate the test that shows it with @Shows").isEmpty();
        assertThat(catalogue.switches()).allSatisfy(each -> assertThat(List.of(each.on(), each.off())).allMatch(text -> text.endsWith(".")));
    }

    /** Behaviour 2 is the switch that is on, behaviour 1 the one that is off. */
    @Test
    void theSwitchOfIkeVersion1IsOnForThePlatformsThatTakeTunnelMode() {
        BehaviourSwitch mode = catalogue.switches().stream()
                .filter(each -> each.id().equals("IKEv1/" + ModeMismatch.TUNNEL_MODE_TAKEN.number())).findFirst().orElseThrow();

        assertThat(mode.name()).isEqualTo(ModeMismatch.TUNNEL_MODE_TAKEN.name());
        assertThat(catalogue.profiles().stream()
                .filter(profile -> ModeMismatch.of(profile.example()) == ModeMismatch.TUNNEL_MODE_TAKEN).map(Profile::label))
                .containsExactlyElementsOf(mode.profiles());
    }

    @Test
    void thePageIsThatOfTheCatalogueAndTheTests() throws IOException {
        String page = FidelityPage.of(catalogue, evidence);
        if (Boolean.getBoolean("dmvpn.tests.write")) {
            Files.writeString(PAGE, page);
        }
        // Git may have given the file the line ends of its system.
        String present = Files.exists(PAGE) ? Files.readString(PAGE).replace("\r\n", "\n") : "";

        assertThat(present.equals(page)).as("docs/fidelity.md is stale: " + MEND).isTrue();
    }
}
