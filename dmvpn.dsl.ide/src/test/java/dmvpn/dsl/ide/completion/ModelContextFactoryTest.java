package dmvpn.dsl.ide.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.robustness.Corpus;
import dmvpn.dsl.robustness.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.util.TextRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking at the part of a file around a place finds what looking through the whole file finds, as Xtext does. */
class ModelContextFactoryTest {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final Corpus CORPUS = Corpus.read();
    private static final int PLACES = 20;

    /** Everything that proposals are made from. */
    private static List<List<Object>> contexts(ContentAssistContextFactory factory, ModelDocument document, int offset) {
        factory.setPool(MoreExecutors.newDirectExecutorService());
        List<List<Object>> shown = new ArrayList<>();
        for (ContentAssistContext context : factory.create(document.text(), new TextRegion(offset, 0), offset, document.resource())) {
            List<AbstractElement> elements = context.getFirstSetGrammarElements();
            shown.add(Stream.of(context.getPrefix(), context.getLastCompleteNode(), context.getCurrentNode(), context.getReplaceRegion(),
                    elements).map(Object.class::cast).toList());
            shown.add(java.util.Arrays.asList(context.getCurrentModel(), context.getPreviousModel(), context.getRootModel()));
        }
        return shown;
    }

    private static void assertSame(ModelDocument document, int offset, String what) {
        ContentAssistContextFactory xtext = new ContentAssistContextFactory();
        INJECTOR.injectMembers(xtext);

        assertThat(contexts(INJECTOR.getInstance(ContentAssistContextFactory.class), document, offset))
                .as("%s, at %d of\n%s", what, offset, document.text()).isEqualTo(contexts(xtext, document, offset));
    }

    @Test
    void theLanguageHasThisFactory() {
        assertThat(INJECTOR.getInstance(ContentAssistContextFactory.class)).isInstanceOf(ModelContextFactory.class);
    }

    static LongStream seeds() {
        return Runs.seeds(40, 2_000);
    }

    /** Also after an edit, when some parts are those of the text before. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aPlaceInAnyModelIsSeenAsXtextSeesIt(long seed) {
        RandomGenerator random = Runs.random(seed);
        String text = CORPUS.any(random);
        ModelWorkspace workspace = INJECTOR.getInstance(ModelWorkspace.class);
        ModelDocument document = workspace.open("file:///models/any.dmvpn", 1, text);
        for (int place = 0; place < PLACES; place++) {
            assertSame(document, random.nextInt(document.text().length() + 1), "seed " + seed);
            if (place % 4 == 3) {
                int at = random.nextInt(document.text().length());
                int end = Math.min(document.text().length(), at + random.nextInt(4));
                Range range = new Range(document.lines().position(at), document.lines().position(end));
                workspace.change("file:///models/any.dmvpn", place, List.of(new TextDocumentContentChangeEvent(range,
                        List.of("", "{", "}", "\n", "x", "via ", "\"").get(random.nextInt(7)))));
                document = workspace.find("file:///models/any.dmvpn").orElseThrow();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void everyPlaceOfAnOddTextIsSeenAsXtextSeesIt(String text) {
        ModelDocument document = INJECTOR.getInstance(ModelWorkspace.class).open("file:///models/odd.dmvpn", 1, text);
        for (int offset = 0; offset <= text.length(); offset++) {
            assertSame(document, offset, "odd text");
        }
    }

    static Stream<String> oddTexts() {
        return Stream.of("", " ", "\n\n", "x", "{", "}", "hub", "hub H { wan", "// comment", "/*", "x\nhub A { }\n",
                "} hub A { lan 10.0.0.0/24 }", "  hub A { }  // end\n  spoke B { }  ", "hub A { } x y spoke B { } }");
    }
}
