package dmvpn.dsl.ide.server;

import dmvpn.dsl.ide.formatting.FormatService;
import dmvpn.dsl.ide.quickfix.FixAllService;
import dmvpn.dsl.ide.semantic.SemanticTokenService;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server tells clients that it can do. */
final class OfferedCapabilities {

    private OfferedCapabilities() {
    }

    static ServerCapabilities with(Set<String> commands) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setTextDocumentSync(synchronisation());
        capabilities.setCompletionProvider(new CompletionOptions(false, List.of()));
        capabilities.setHoverProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setWorkspaceSymbolProvider(true);
        capabilities.setRenameProvider(new RenameOptions(true));
        capabilities.setDocumentFormattingProvider(true);
        capabilities.setDocumentRangeFormattingProvider(true);
        capabilities.setDocumentOnTypeFormattingProvider(new DocumentOnTypeFormattingOptions(FormatService.TRIGGER));
        capabilities.setFoldingRangeProvider(true);
        capabilities.setSelectionRangeProvider(true);
        capabilities.setCodeLensProvider(new CodeLensOptions(false));
        capabilities.setCodeActionProvider(codeActions());
        capabilities.setSemanticTokensProvider(semanticTokens());
        capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(List.copyOf(commands)));
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
        return capabilities;
    }

    private static TextDocumentSyncOptions synchronisation() {
        TextDocumentSyncOptions options = new TextDocumentSyncOptions();
        options.setOpenClose(true);
        options.setChange(TextDocumentSyncKind.Incremental);
        options.setSave(new SaveOptions(false));
        return options;
    }

    private static CodeActionOptions codeActions() {
        CodeActionOptions options = new CodeActionOptions(List.of(CodeActionKind.QuickFix, FixAllService.SOURCE_FIX_ALL));
        options.setResolveProvider(true);
        return options;
    }

    private static SemanticTokensWithRegistrationOptions semanticTokens() {
        return new SemanticTokensWithRegistrationOptions(SemanticTokenService.legend(),
                new SemanticTokensServerFull(true), true);
    }
}
