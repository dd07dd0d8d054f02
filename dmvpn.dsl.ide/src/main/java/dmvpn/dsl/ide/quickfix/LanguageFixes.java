package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Place.around;
import static dmvpn.dsl.ide.quickfix.Remedy.removeElement;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.ide.plan.AddressPlan;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.values.DurationText;
import dmvpn.network.address.InterfaceAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Mends of rules on the text of a model. */
final class LanguageFixes {

    private static final List<String> UNITS = List.of("ms", "s", "min", "h", "Mbps", "%");
    private static final List<String> PLATFORMS = List.of("cisco-iosxe", "frr");
    private static final Pattern THREE_OCTETS = Pattern.compile("([0-9]+\\.){3}");
    private static final int MOST_NUMBERS = 8;

    private LanguageFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.certain("L-VALUE-HOST-BITS", Remedy.of(problem -> InterfaceAddress.tryParse(problem.text())
                        .map(InterfaceAddress::prefix).map(network -> to(problem, "Use the network " + network, network.toString())))),
                RuleFix.certain("L-SETTING-TWICE", LanguageFixes::keepLast),
                RuleFix.choice("L-SETTING-MISSING", write(Place.CLOUD, "overlay", LanguageFixes::overlays)),
                RuleFix.choice("L-VALUE", UNITS.stream().map(unit -> Remedy.of(problem -> withUnit(problem, unit))).toArray(Remedy[]::new)),
                RuleFix.choice("L-IMPORT", removeElement(around(ImportDeclaration.class))),
                RuleFix.choice("L-PLATFORM", PLATFORMS.stream().map(platform ->
                        Remedy.of(problem -> Optional.of(to(problem, platform)))).toArray(Remedy[]::new)),
                RuleFix.choice("L-NAME", Remedy.of(LanguageFixes::legalName)),
                RuleFix.free("L-NAME-DUPLICATE", LanguageFixes::otherNames),
                RuleFix.choice("L-MEMBER", LanguageFixes::lastMember),
                RuleFix.choice("L-SCENARIO", LanguageFixes::longerRun));
    }

    private static Mend to(Problem problem, String text) {
        return to(problem, "Change to '" + text + "'", text);
    }

    private static Mend to(Problem problem, String title, String text) {
        return new Mend(title, problem.offset(), problem.length(), text);
    }

    /** The last one counts, so without the others everything stays as it is. */
    private static Stream<Mend> keepLast(Problem problem) {
        INode root = problem.document().resource().getParseResult().getRootNode();
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, problem.offset());
        while (leaf != null && !(leaf.getGrammarElement() instanceof Keyword)) {
            leaf = NodeModelUtils.findLeafNodeAtOffset(root, leaf.getTotalOffset() - 1);
        }
        if (leaf == null) {
            return Stream.empty();
        }
        String word = leaf.getText();
        EObject owner = NodeModelUtils.findActualSemanticObjectFor(leaf);
        return ElementText.of(owner).stream().flatMap(text -> {
            List<ElementText.Span> written = text.settings(word);
            return written.size() < 2 ? Stream.empty() : Stream.of(new Mend("Keep '" + Remedy.shown(written.getLast()) + "' alone",
                    written.subList(0, written.size() - 1).stream().map(text::removing).toList()));
        });
    }

    /** The subnet of the addresses that routers have in the cloud already, otherwise a free one. */
    private static Stream<String> overlays(Problem problem) {
        DmvpnResource resource = problem.document().resource();
        Optional<CloudDeclaration> cloud = problem.element(CloudDeclaration.class);
        Stream<String> used = EcoreUtil2.eAllOfType(resource.model(), JoinClause.class).stream()
                .filter(join -> cloud.isPresent() && join.getCloud() == cloud.get() && join.getAddress() != null)
                .map(join -> THREE_OCTETS.matcher(join.getAddress())).filter(Matcher::lookingAt).map(stem -> stem.group() + "0/24");
        return Stream.concat(used.distinct().limit(2), AddressPlan.of(resource).freeOverlay().stream().map(Object::toString));
    }

    private static Optional<Mend> withUnit(Problem problem, String unit) {
        boolean number = !problem.text().isEmpty() && problem.text().chars().allMatch(Character::isDigit);
        return number ? Optional.of(to(problem, problem.text() + unit)) : Optional.empty();
    }

    private static Optional<Mend> legalName(Problem problem) {
        String name = problem.text().replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z]+|-+$", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(to(problem, name));
    }

    private static Stream<Mend> otherNames(Problem problem) {
        String stem = problem.text().replaceAll("[0-9]+$", "");
        return stem.isEmpty() ? Stream.empty() : IntStream.rangeClosed(2, MOST_NUMBERS)
                .mapToObj(number -> to(problem, stem + (stem.length() < problem.text().length() ? "-" : "") + number));
    }

    /** The member whose number is nearest: a family's last or first one. */
    private static Stream<Mend> lastMember(Problem problem) {
        return problem.document().resource().model().getElements().stream()
                .filter(dmvpn.dsl.model.RouterDeclaration.class::isInstance).map(dmvpn.dsl.model.RouterDeclaration.class::cast)
                .flatMap(router -> RouterFamily.ranges(router).stream()).flatMap(range -> Stream.of(range.last(), range.first()))
                .distinct().limit(MOST_NUMBERS).map(number -> to(problem, number.toString()));
    }

    /** A time behind the end of the run: the run goes on for a minute more. */
    private static Stream<Mend> longerRun(Problem problem) {
        return DurationText.tryParse(problem.text()).stream().flatMap(time -> write(around(ScenarioDeclaration.class), "duration",
                text(time.plusMinutes(1))).mends(problem));
    }

    private static String text(Duration time) {
        return time.toSecondsPart() == 0 ? time.toMinutes() + "min" : time.toSeconds() + "s";
    }
}
