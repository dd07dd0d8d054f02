package dmvpn.dsl.ide.effective;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.hover.HoverService;
import dmvpn.dsl.ide.hover.LanguageDocumentation;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole grammar, and a model that says everything: nothing that can be set is without meaning, unit and value. */
class EverySettingTest {

    /** What the grammar has and no setting is: names, what a clause names, and what the statements of scenarios say. */
    private static final Map<String, String> NO_SETTINGS = Map.ofEntries(
            Map.entry("NamedElement.name", "the element itself"),
            Map.entry("NetworkDeclaration.name", "the element itself"),
            Map.entry("LanguageVersion.number", "of the file"),
            Map.entry("ImportDeclaration.file", "a file"),
            Map.entry("SecretsDeclaration.file", "a file"),
            Map.entry("RouterDeclaration.members", "which routers there are"),
            Map.entry("TransportReference.transport", "a reference"),
            Map.entry("KeyPeer.router", "a reference"), Map.entry("KeyPeer.address", "who a key is for"),
            Map.entry("RouterReference.router", "a reference"), Map.entry("RouterReference.member", "a reference"),
            Map.entry("HostDeclaration.member", "a reference"), Map.entry("ServerClause.member", "a reference"),
            Map.entry("UseClause.used", "a reference"), Map.entry("PolicyUse.policy", "a reference"),
            Map.entry("JoinClause.cloud", "a reference"), Map.entry("WanClause.transport", "a reference"),
            Map.entry("RoutingClause.process", "part of the protocol's name"),
            Map.entry("RedistributionClause.process", "part of the protocol's name"),
            Map.entry("NeighborClause.address", "the clause itself"),
            Map.entry("NeighborClause.cost", "no protocol knows it: an error"),
            Map.entry("RoutingInterfaceClause.lan", "the clause itself"),
            Map.entry("RoutingInterfaceClause.loopback", "the clause itself"),
            Map.entry("RoutingInterfaceClause.transport", "the clause itself"),
            Map.entry("RoutingInterfaceClause.cloud", "the clause itself"),
            Map.entry("RoutingInterfaceClause.interface", "the clause itself"),
            Map.entry("PolicyAction.attribute", "the clause itself"),
            Map.entry("RawClause.vendor", "exported verbatim"), Map.entry("RawClause.text", "exported verbatim"));

    /** Clauses whose container has the setting that they are the value of. */
    private static final Set<String> VALUES_OF_OTHERS = Set.of("SummaryClause", "DefaultClause", "AreaClause",
            "NetworkTypeClause", "GroupValue", "BidirectionalForwardingClause", "AutonomousSystemClause", "PolicyUse",
            "ClusterLimit", "QualityGroup", "BlockTerm", "PreSharedKeyClause");

    private static Injector injector;
    private static ModelDocument everything;

    @BeforeAll
    static void open() throws IOException {
        injector = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
        everything = injector.getInstance(ModelWorkspace.class).open("file:///models/everything.dmvpn", 1, text());
    }

    private static String text() throws IOException {
        try (InputStream file = EverySettingTest.class.getResourceAsStream("everything.dmvpn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theModelThatSaysEverythingIsRead() {
        // No network would be built like that: what rules say of it does not matter here.
        assertThat(Rehearsal.errors(everything)).filteredOn(finding -> finding.rule().id().startsWith("L-")).isEmpty();
    }

    @Test
    void everyAttributeOfTheGrammarIsASettingOrSaidToBeNone() {
        Set<EStructuralFeature> known = new LinkedHashSet<>();
        EffectiveValues.allTopics().forEach(topic -> topic.settings().forEach(setting -> known.addAll(setting.features())));
        Set<String> unknown = new TreeSet<>();
        for (Assignment assignment : assignments()) {
            EStructuralFeature feature = feature(assignment);
            boolean value = feature instanceof EAttribute || feature instanceof EReference link && !link.isContainment();
            // Strays are no settings; a group says for whom the clause is that it stands in.
            boolean outside = feature == null || Set.of("stray", "by", "from", "of").contains(feature.getName())
                    && !(feature.getEContainingClass().getEPackage().getName().equals("scenario"));
            if (outside || !value) {
                continue;
            }
            String name = feature.getEContainingClass().getName() + "." + feature.getName();
            boolean ofScenario = feature.getEContainingClass().getEPackage().getName().equals("scenario");
            if (!known.contains(feature) && !NO_SETTINGS.containsKey(name) && !ofScenario
                    && !VALUES_OF_OTHERS.contains(feature.getEContainingClass().getName())) {
                unknown.add(name);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyWordInFrontOfAValueHasAMeaningAndAUnit() {
        LanguageDocumentation documentation = new LanguageDocumentation();
        Set<String> silent = new TreeSet<>();
        for (Assignment assignment : assignments()) {
            boolean value = assignment.getTerminal() instanceof RuleCall call
                    && Set.of("Value", "STRING", "NUMBER").contains(call.getRule().getName());
            String keyword = value ? keywordBefore(assignment) : null;
            if (keyword != null && Character.isLetter(keyword.charAt(0))
                    && (documentation.ofKeyword(keyword).isEmpty() || documentation.unitOf(keyword).isEmpty())) {
                silent.add(keyword);
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everySettingHasASource() {
        LanguageDocumentation documentation = new LanguageDocumentation();
        Set<String> silent = new TreeSet<>();
        EffectiveValues.allTopics().forEach(topic -> topic.settings().forEach(setting -> setting.keywords().stream()
                .filter(keyword -> documentation.ofKeyword(keyword).isPresent() && documentation.sourceOf(keyword).isEmpty())
                .forEach(silent::add)));
        assertThat(silent).isEmpty();
    }

    @Test
    void everySettingThatIsWrittenShowsWhatIsInEffect() {
        HoverService hovers = injector.getInstance(HoverService.class);
        List<String> silent = new ArrayList<>();
        for (ILeafNode leaf : everything.resource().getParseResult().getRootNode().getLeafNodes()) {
            EObject clause = NodeModelUtils.findActualSemanticObjectFor(leaf);
            if (leaf.getGrammarElement() instanceof Keyword keyword && !isName(keyword) && EffectiveValues.isSetting(clause, keyword.getValue())) {
                String text = hovers.hover(everything, everything.lines().position(leaf.getOffset()))
                        .map(hover -> hover.getContents().getRight().getValue()).orElse("");
                if (!text.contains("In effect: ") && !text.contains("| in effect |")) {
                    silent.add(keyword.getValue() + " of " + clause.eClass().getName() + " in line "
                            + (everything.lines().position(leaf.getOffset()).getLine() + 1) + ": " + text);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "preferred over Vectors        | `over Vectors` (written here)",
        "over Vectors                  | `over Vectors` (written here)",
        "route-reflector off           | `no` (written here",
        "password secret               | `secret \"neighbour\"` (written here",
        "range 10.16.0.0/12            | `1 stub, announced elsewhere as 10.16.0.0/12, 10.32.0.0/12`",
    }, quoteCharacter = '\'')
    void whatIsWrittenIsNoDefault(String marker, String expected) throws IOException {
        int offset = text().indexOf(marker.strip());
        assertThat(injector.getInstance(HoverService.class).hover(everything, everything.lines().position(offset)).orElseThrow()
                .getContents().getRight().getValue()).contains(expected.strip());
    }

    @Test
    void theModelSaysEverySettingThatThereIs() {
        Set<EStructuralFeature> said = new LinkedHashSet<>();
        everything.resource().getAllContents().forEachRemaining(element -> element.eClass().getEAllStructuralFeatures()
                .stream().filter(element::eIsSet).forEach(said::add));
        Set<String> unsaid = new TreeSet<>();
        EffectiveValues.allTopics().forEach(topic -> topic.settings().stream().flatMap(setting -> setting.features().stream())
                .filter(feature -> !said.contains(feature))
                .forEach(feature -> unsaid.add(feature.getEContainingClass().getName() + "." + feature.getName())));
        assertThat(unsaid).isEmpty();
    }

    /** Most keywords may be names too. */
    private static boolean isName(Keyword keyword) {
        return GrammarUtil.containingParserRule(keyword).getName().endsWith("Word");
    }

    private static List<Assignment> assignments() {
        List<Assignment> all = new ArrayList<>();
        for (ParserRule rule : GrammarUtil.allParserRules(injector.getInstance(DmvpnGrammarAccess.class).getGrammar())) {
            all.addAll(EcoreUtil2.getAllContentsOfType(rule, Assignment.class));
        }
        return all;
    }

    private static EStructuralFeature feature(Assignment assignment) {
        ParserRule rule = GrammarUtil.containingParserRule(assignment);
        return rule.getType() != null && rule.getType().getClassifier() instanceof EClass type
                ? type.getEStructuralFeature(assignment.getFeature()) : null;
    }

    /** The keyword right before an assignment in its group; null when it follows something else. */
    private static String keywordBefore(Assignment assignment) {
        if (!(assignment.eContainer() instanceof Group group)) {
            return null;
        }
        int index = group.getElements().indexOf(assignment);
        return index > 0 && group.getElements().get(index - 1) instanceof Keyword keyword ? keyword.getValue() : null;
    }
}
