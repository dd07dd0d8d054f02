package dmvpn.diagram.sirius;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.Models;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule catalogue as Sirius asks it: element by element. */
class ProblemServicesTest {

    private final Model model = Models.parse(RichModel.TEXT);
    private final ProblemServices problems = new ProblemServices();

    private <T extends NamedElement> T named(Class<T> type, String name) {
        return model.getElements().stream().filter(type::isInstance).map(type::cast)
                .filter(each -> name.equals(each.getName())).findFirst().orElseThrow();
    }

    @Test
    void everyFindingIsAtAnElement() {
        List<String> found = Analysis.of((DmvpnResource) model.eResource()).findings().stream()
                .map(finding -> finding.rule().id()).toList();
        String texts = String.join("\n", model.getElements().stream().map(problems::problemText).toList())
                + problems.problemText(model);

        assertThat(found).isNotEmpty().allSatisfy(rule -> assertThat(texts).contains("[" + rule + "]"));
    }

    @Test
    void anEditThatIsNotInTheTextIsChecked() {
        CloudDeclaration cloud = named(CloudDeclaration.class, "Spare");
        assertThat(problems.isWithoutErrors(cloud)).isTrue();
        cloud.setOverlay("10.0.1.0/99");
        assertThat(problems.hasErrors(cloud)).isTrue();
        assertThat(problems.hasOnlyWarnings(cloud)).isFalse();
        assertThat(problems.errorText(cloud)).contains("10.0.1.0/99").contains("[");
        cloud.setOverlay("10.0.1.0/24");
        assertThat(problems.isWithoutErrors(cloud)).isTrue();
    }

    @Test
    void aProblemOfAClauseIsOneOfItsRouterToo() {
        RouterDeclaration alone = named(RouterDeclaration.class, "Alone");
        JoinClause join = alone.getJoins().getFirst();

        assertThat(problems.hasProblems(join)).isTrue();
        assertThat(problems.problemText(alone)).contains(problems.problemText(join));
        assertThat(problems.hasErrors(named(RouterDeclaration.class, "Core"))).isFalse();
    }
}
