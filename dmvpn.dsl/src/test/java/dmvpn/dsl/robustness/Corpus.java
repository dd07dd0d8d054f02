package dmvpn.dsl.robustness;

import dmvpn.dsl.rules.RuleExamples;
import dmvpn.dsl.validation.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Models to damage: every example, and every rule's pair of examples. */
public final class Corpus {

    private final List<String> examples;
    private final List<String> all;

    private Corpus(List<String> examples, List<String> all) {
        this.examples = List.copyOf(examples);
        this.all = List.copyOf(all);
    }

    /** Reads the models; the working directory is that of a module. */
    public static Corpus read() {
        List<String> examples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..", "examples"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList()) {
                examples.add(Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> all = new ArrayList<>(examples);
        Analysis.catalogue().rules().stream().flatMap(rule -> RuleExamples.of(rule).stream()).forEach(example -> {
            all.add(example.breaks());
            all.add(example.sound());
        });
        return new Corpus(examples, all);
    }

    /** The examples that are shipped with the product. */
    public List<String> examples() {
        return examples;
    }

    /** All models. */
    public List<String> all() {
        return all;
    }

    /** A random model. */
    public String any(RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
