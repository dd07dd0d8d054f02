package dmvpn.dsl.ide.server;

import com.google.inject.Injector;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.rules.RulePage;
import dmvpn.dsl.ide.rules.RulePageFiles;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.services.LanguageClient;

/** What the services of one server share. */
final class ServerState {

    private final CompletableFuture<Injector> injector;
    private final ModelCommands commands;
    private final LastVerdicts verdicts = new LastVerdicts(this::refreshLenses);
    private ModelWorkspace workspace;
    private RulePageFiles pages;
    private volatile LanguageClient client;
    private volatile ClientAbilities abilities = ClientAbilities.NONE;

    ServerState(CompletableFuture<Injector> injector, ModelCommands commands) {
        this.injector = injector;
        this.commands = commands;
    }

    <S> S service(Class<S> type) {
        return injector.join().getInstance(type);
    }

    /** The models in sight; on the server's thread only. */
    ModelWorkspace workspace() {
        if (workspace == null) {
            workspace = service(ModelWorkspace.class);
        }
        return workspace;
    }

    /** Pages that problems lead to; on the server's thread only. */
    RulePageFiles pages() {
        if (pages == null) {
            RulePage page = service(RulePage.class);
            pages = new RulePageFiles(rule -> page.of(rule, ""));
        }
        return pages;
    }

    /** Where the page of a rule is; empty when the client follows no links. */
    Optional<String> linkTo(String ruleId) {
        return abilities.links() ? pages().link(ruleId) : Optional.empty();
    }

    LastVerdicts verdicts() {
        return verdicts;
    }

    ModelCommands commands() {
        return commands;
    }

    /** Commands that this server or its client can carry out. */
    Set<String> offeredCommands() {
        Set<String> offered = new LinkedHashSet<>(commands.known());
        offered.addAll(abilities.commands());
        return offered;
    }

    ClientAbilities abilities() {
        return abilities;
    }

    void setAbilities(ClientAbilities abilities) {
        this.abilities = abilities;
    }

    /** The client; null before it is connected. */
    LanguageClient client() {
        return client;
    }

    void setClient(LanguageClient client) {
        this.client = client;
    }

    private void refreshLenses() {
        LanguageClient connected = client;
        if (connected != null && abilities.refreshesLenses()) {
            connected.refreshCodeLenses();
        }
    }
}
