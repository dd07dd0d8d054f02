package dmvpn.dsl.rules;

import dmvpn.network.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The examples of rules, which tests run and the documentation shows. A rule's folder is
 * {@code rule-examples/AREA/ID} among the resources. It holds {@code breaks.dmvpn} and {@code sound.dmvpn}; or, for a
 * rule that no model can break because the language has no words for the fault, {@code no-model.txt}, which says what
 * breaks it instead.
 */
public final class RuleExamples {

    private static final String FOLDER = "/rule-examples/";

    private RuleExamples() {
    }

    /** The folder of a rule among the resources. */
    public static String folder(Rule rule) {
        return FOLDER + rule.area().label() + "/" + rule.id() + "/";
    }

    /** The example of a rule; empty when no model can break it. */
    public static Optional<RuleExample> of(Rule rule) {
        return read(folder(rule) + "breaks.dmvpn").flatMap(breaks ->
                read(folder(rule) + "sound.dmvpn").map(sound -> new RuleExample(breaks, sound)));
    }

    /** What breaks a rule that no model can break, in a sentence. */
    public static Optional<String> withoutModel(Rule rule) {
        return read(folder(rule) + "no-model.txt").map(String::strip);
    }

    private static Optional<String> read(String resource) {
        try (InputStream stream = RuleExamples.class.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The example " + resource + " cannot be read", failure);
        }
    }
}
