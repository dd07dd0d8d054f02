package dmvpn.dap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theAdapterIsAThinFaceOverTheServices() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("dmvpn.dap..", "dmvpn.app..", "dmvpn.network.origin..",
                        "org.eclipse.lsp4j..", "java..")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dmvpn.dap"));
    }

    /** LSP4J's debug protocol and the language server need different versions of its jsonrpc. */
    @Test
    void noLanguageServiceIsInTheProcess() {
        List<String> classPath = List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator));

        assertThat(classPath).noneMatch(part -> part.contains("dmvpn.dsl.ide") || part.contains("org.eclipse.xtext.ide"));
        assertThat(classPath).filteredOn(part -> part.contains("org.eclipse.lsp4j.jsonrpc-")).singleElement().asString()
                .endsWith("org.eclipse.lsp4j.jsonrpc-0.24.0.jar");
    }

    @Test
    void noticeNamesThePartsOfTheAdapter() throws IOException {
        String notice = Files.readString(Path.of("..", "NOTICE.md"));

        assertThat(Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).map(Path::of)
                .map(part -> part.getFileName().toString()).filter(name -> name.startsWith("org.eclipse.lsp4j"))).hasSize(3)
                .allSatisfy(name -> assertThat(notice).contains("org.eclipse.lsp4j:"
                        + name.substring(0, name.lastIndexOf('-')) + " | " + name.substring(name.lastIndexOf('-') + 1, name.length() - 4) + " | EPL-2.0"));
    }
}
