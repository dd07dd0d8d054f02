package dmvpn.dsl.ide.lens;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.util.ITextRegion;

/** Lenses: check and export at the network, run, debug and the last verdict at each scenario. */
public final class LensService {

    private final ILocationInFileProvider locations;

    /** Created by the language's injector. */
    @Inject
    public LensService(ILocationInFileProvider locations) {
        this.locations = locations;
    }

    /**
     * The lenses of a document, in its order.
     *
     * @param offered commands that can be carried out
     */
    public List<CodeLens> lenses(ModelDocument document, LastVerdicts verdicts, Set<String> offered) {
        List<CodeLens> lenses = new ArrayList<>();
        for (Element element : document.resource().model().getElements()) {
            if (element instanceof NetworkDeclaration) {
                Range range = range(document, element);
                add(lenses, range, offered, new Command("Check", ModelCommands.CHECK, List.of(document.uri())));
                add(lenses, range, offered, new Command("Export", ModelCommands.EXPORT, List.of(document.uri())));
            } else if (element instanceof ScenarioDeclaration scenario && scenario.getName() != null) {
                addScenario(lenses, document, scenario, verdicts, offered);
            }
        }
        return lenses;
    }

    private void addScenario(List<CodeLens> lenses, ModelDocument document, ScenarioDeclaration scenario,
            LastVerdicts verdicts, Set<String> offered) {
        Range range = range(document, scenario);
        List<Object> arguments = List.of(document.uri(), scenario.getName());
        add(lenses, range, offered, new Command("▶ Run", ModelCommands.RUN, arguments));
        add(lenses, range, offered, new Command("▶ Debug", ModelCommands.DEBUG, arguments));
        verdicts.of(document.uri(), scenario.getName())
                // A command without a name is shown and does nothing.
                .ifPresent(verdict -> lenses.add(new CodeLens(range, new Command(verdict.text(), ""), null)));
    }

    private static void add(List<CodeLens> lenses, Range range, Set<String> offered, Command command) {
        if (offered.contains(command.getCommand())) {
            lenses.add(new CodeLens(range, command, null));
        }
    }

    private Range range(ModelDocument document, EObject element) {
        ITextRegion name = locations.getSignificantTextRegion(element);
        return document.lines().range(name.getOffset(), name.getLength());
    }
}
