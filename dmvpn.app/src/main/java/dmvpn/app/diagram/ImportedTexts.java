package dmvpn.app.diagram;

import dmvpn.dsl.ide.workspace.ImportedFiles;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.syntax.ModelText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/**
 * What the files said that a model imports, over any number of steps, when it was read.
 *
 * @param texts by file; empty for one that was not there
 */
record ImportedTexts(Map<Path, Optional<String>> texts) {

    static ImportedTexts of(DmvpnResource model) {
        ImportedFiles imports = model.getResourceServiceProvider().get(ImportedFiles.class);
        Map<Path, Optional<String>> texts = new HashMap<>();
        for (DmvpnResource file : model.withImports()) {
            imports.of(file).stream().filter(URI::isFile).forEach(named -> texts.putIfAbsent(path(named), Optional.empty()));
            if (file != model && file.getURI().isFile()) {
                texts.put(path(file.getURI()), Optional.of(file.text()));
            }
        }
        return new ImportedTexts(texts);
    }

    private static Path path(URI file) {
        return Path.of(file.toFileString());
    }

    /** Whether one of the files says something else now, is gone, or has come. */
    boolean haveChanged() {
        return texts.entrySet().stream().anyMatch(known -> !said(known.getKey()).equals(known.getValue()));
    }

    private static Optional<String> said(Path file) {
        return Files.isRegularFile(file)
                ? Optional.of(ModelText.read(file)).filter(text -> text.problem().isEmpty()).map(ModelText::text) : Optional.empty();
    }
}
