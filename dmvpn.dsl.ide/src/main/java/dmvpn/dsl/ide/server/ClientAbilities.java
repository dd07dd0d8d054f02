package dmvpn.dsl.ide.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dmvpn.dsl.ide.quickfix.ActionStyle;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.InitializeParams;

/**
 * What a client can do beyond what every client can.
 *
 * @param snippets true when completions may have tab stops
 * @param actions how it likes code actions: whether the edit may be asked for when one is chosen, and may have tab stops
 * @param links true when problems may lead to a page on their rule
 * @param clearsClosed true when the problems of a closed document are to be taken back; a client in the product's own
 *     process keeps them as markers of the file
 * @param watchesFiles true when it can be asked to tell of files that change on the disk
 * @param refreshesLenses true when it asks for code lenses anew when it is told to
 * @param commands commands of lenses that the client itself carries out: {@code initializationOptions.commands}
 */
record ClientAbilities(boolean snippets, ActionStyle actions, boolean links, boolean clearsClosed, boolean watchesFiles,
        boolean refreshesLenses, Set<String> commands) {

    static final ClientAbilities NONE = new ClientAbilities(false, ActionStyle.PLAIN, false, false, false, false, Set.of());

    static ClientAbilities of(InitializeParams parameters) {
        ClientCapabilities capabilities = parameters.getCapabilities();
        return capabilities == null ? NONE : new ClientAbilities(snippets(capabilities),
                new ActionStyle(lazyEdits(capabilities), snippetEdits(capabilities)), links(capabilities), clearsClosed(capabilities),
                watchesFiles(capabilities), refreshesLenses(capabilities), commands(parameters.getInitializationOptions()));
    }

    private static boolean snippets(ClientCapabilities capabilities) {
        CompletionCapabilities completion =
                capabilities.getTextDocument() == null ? null : capabilities.getTextDocument().getCompletion();
        return completion != null && completion.getCompletionItem() != null
                && Boolean.TRUE.equals(completion.getCompletionItem().getSnippetSupport());
    }

    private static boolean lazyEdits(ClientCapabilities capabilities) {
        var actions = capabilities.getTextDocument() == null ? null : capabilities.getTextDocument().getCodeAction();
        return actions != null && Boolean.TRUE.equals(actions.getDataSupport()) && actions.getResolveSupport() != null
                && actions.getResolveSupport().getProperties() != null
                && actions.getResolveSupport().getProperties().contains("edit");
    }

    private static boolean snippetEdits(ClientCapabilities capabilities) {
        var edits = capabilities.getWorkspace() == null ? null : capabilities.getWorkspace().getWorkspaceEdit();
        return edits != null && Boolean.TRUE.equals(edits.getDocumentChanges()) && Boolean.TRUE.equals(edits.getSnippetEditSupport());
    }

    private static boolean links(ClientCapabilities capabilities) {
        var problems = capabilities.getTextDocument() == null ? null : capabilities.getTextDocument().getPublishDiagnostics();
        return problems != null && Boolean.TRUE.equals(problems.getCodeDescriptionSupport());
    }

    private static boolean clearsClosed(ClientCapabilities capabilities) {
        return capabilities.getTextDocument() != null && capabilities.getTextDocument().getPublishDiagnostics() != null;
    }

    private static boolean watchesFiles(ClientCapabilities capabilities) {
        return capabilities.getWorkspace() != null && capabilities.getWorkspace().getDidChangeWatchedFiles() != null
                && Boolean.TRUE.equals(capabilities.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
    }

    private static boolean refreshesLenses(ClientCapabilities capabilities) {
        return capabilities.getWorkspace() != null && capabilities.getWorkspace().getCodeLens() != null
                && Boolean.TRUE.equals(capabilities.getWorkspace().getCodeLens().getRefreshSupport());
    }

    private static Set<String> commands(Object options) {
        Set<String> commands = new LinkedHashSet<>();
        if (options instanceof JsonObject object && object.get("commands") instanceof JsonArray named) {
            for (JsonElement each : named) {
                if (each.isJsonPrimitive()) {
                    commands.add(each.getAsString());
                }
            }
        }
        return commands;
    }
}
