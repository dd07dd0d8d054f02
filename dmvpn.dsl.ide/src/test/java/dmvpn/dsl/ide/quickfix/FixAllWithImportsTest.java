package dmvpn.dsl.ide.quickfix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.validation.Analysis;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;

/** Fixing all problems of a file that is nothing without one that only an editor has. */
class FixAllWithImportsTest {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final String BASE = "file:///models/base.dmvpn";
    private static final String SITES = "file:///models/sub/sites.dmvpn";
    private static final String CLASHES = """
            import "../base.dmvpn"

            spoke A { wan Internet dhcp  lan 10.90.0.0/24  join Corp as 10.255.0.1 via HQ1 }
            spoke B { wan Internet dhcp  lan 10.91.0.0/24  join Corp as 10.255.0.1 via HQ1 }
            """;

    private final ModelWorkspace workspace = INJECTOR.getInstance(ModelWorkspace.class);

    private static List<String> rules(ModelDocument document) {
        return Analysis.of(document.resource()).findingsIn(document.resource()).stream().map(finding -> finding.rule().id()).toList();
    }

    @Test
    void allProblemsOfARuleAreMendedThoughTheImportedFileIsOnNoDisk() {
        workspace.open(BASE, 1, Models.PHASE_3);
        ModelDocument sites = workspace.open(SITES, 1, CLASHES);
        assertThat(rules(sites)).contains("R-AD-01");

        TextEdit edit = INJECTOR.getInstance(FixAllService.class).ofRule(sites, "R-AD-01").orElseThrow();

        String mended = Rehearsal.applied(sites, List.of(edit));
        assertThat(mended).contains("import \"../base.dmvpn\"").doesNotContain("as 10.255.0.1 ");
        ModelDocument after = workspace.open(SITES, 2, mended);
        assertThat(rules(after)).doesNotContain("R-AD-01").doesNotContain("L-NAME-UNKNOWN");
    }
}
