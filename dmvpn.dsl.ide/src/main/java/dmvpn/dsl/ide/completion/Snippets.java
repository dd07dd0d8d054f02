package dmvpn.dsl.ide.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/**
 * Texts with tab stops that a word of the language can be completed to. Elements have one that somebody wrote; whatever
 * else begins with a word gets one from the grammar: the word and all that must follow it.
 */
final class Snippets {

    private static final String FILE = "snippets.properties";
    private static final int LONGEST_LABEL = 60;

    /**
     * A snippet.
     *
     * @param label what it looks like, on one line
     * @param text the text with tab stops, as the protocol writes them
     */
    record Snippet(String label, String text) {
    }

    private final Properties written = new Properties();
    private final KnownValues values;

    Snippets(KnownValues values) {
        this.values = values;
        try (InputStream file = Snippets.class.getResourceAsStream(FILE)) {
            written.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The language's snippets cannot be read", unreadable);
        }
    }

    /** The snippets that begin with a word where the grammar has it. */
    List<Snippet> of(Keyword keyword) {
        ParserRule rule = GrammarUtil.containingParserRule(keyword);
        List<Snippet> byHand = written.stringPropertyNames().stream().sorted()
                .filter(key -> key.equals(rule.getName()) || key.startsWith(rule.getName() + "."))
                .filter(key -> isFirstOf(keyword, rule.getAlternatives()))
                .map(key -> snippet(written.getProperty(key))).toList();
        return byHand.isEmpty() ? generated(keyword).stream().toList() : byHand;
    }

    private static Snippet snippet(String text) {
        String label = text.replaceAll("\\$\\{\\d+:([^}]*)\\}", "$1").replaceAll("\\$\\d+|\\$\\{\\d+\\}", "")
                .replace("\\}", "}").replaceAll("\\s+", " ").strip();
        return new Snippet(label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label, text);
    }

    private static boolean isFirstOf(Keyword keyword, AbstractElement element) {
        return switch (element) {
            case Group group -> isFirstOf(keyword, group.getElements().getFirst());
            case Keyword first -> first == keyword;
            default -> false;
        };
    }

    private Optional<Snippet> generated(Keyword keyword) {
        if (!(keyword.eContainer() instanceof Group group) || group.getElements().getFirst() != keyword) {
            return Optional.empty();
        }
        Rendering rendering = new Rendering();
        for (AbstractElement element : group.getElements()) {
            rendering.add(element);
        }
        return rendering.stops == 0 && !rendering.hasBlock ? Optional.empty() : Optional.of(snippet(rendering.text()));
    }

    /** Writes down what must follow. */
    private final class Rendering {

        private final StringBuilder text = new StringBuilder();
        private String lastWord = "";
        private int stops;
        private boolean hasBlock;

        void add(AbstractElement element) {
            if (GrammarUtil.isOptionalCardinality(element)) {
                return;
            }
            switch (element) {
                case Keyword keyword -> word(keyword.getValue());
                case Group group -> group.getElements().forEach(this::add);
                case Alternatives alternatives -> add(alternatives.getElements().getFirst());
                case Assignment assignment -> assigned(assignment);
                case RuleCall call when call.getRule() instanceof ParserRule rule && !GrammarUtil.isDatatypeRule(rule) ->
                        add(rule.getAlternatives());
                default -> { }
            }
        }

        private void word(String word) {
            if (word.equals("{")) {
                hasBlock = true;
                text.append(" {\n  $0\n");
            } else if (word.equals("}")) {
                text.append('}');
            } else {
                space();
                text.append(word);
                lastWord = word;
            }
        }

        private void assigned(Assignment assignment) {
            AbstractElement terminal = assignment.getTerminal();
            if (terminal instanceof Keyword keyword) {
                word(keyword.getValue());
            } else if (terminal instanceof RuleCall call && call.getRule() instanceof ParserRule rule
                    && !GrammarUtil.isDatatypeRule(rule)) {
                add(rule.getAlternatives());
            } else {
                space();
                text.append(stop(assignment, terminal));
            }
        }

        private String stop(Assignment assignment, AbstractElement terminal) {
            String example = values.behind(lastWord).stream().findFirst().orElse(placeholder(assignment, terminal));
            lastWord = "";
            String stop = "${" + ++stops + ":" + example.replace("}", "\\}") + "}";
            return terminal instanceof RuleCall call && call.getRule().getName().equals("STRING") ? '"' + stop + '"'
                    : terminal instanceof RuleCall raw && raw.getRule().getName().equals("RAW") ? "<<< " + stop + " >>>"
                    : stop;
        }

        private static String placeholder(Assignment assignment, AbstractElement terminal) {
            return terminal instanceof CrossReference reference
                    ? name(reference)
                    : assignment.getFeature();
        }

        /** What a reference is to; one to anything is to a router, which may be the variable of a sweep too. */
        private static String name(CrossReference reference) {
            String type = reference.getType().getClassifier().getName();
            return type.equals("EObject") ? "router" : type.replace("Declaration", "");
        }

        private void space() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\n') {
                text.append(' ');
            }
        }

        String text() {
            return text.toString();
        }
    }
}
