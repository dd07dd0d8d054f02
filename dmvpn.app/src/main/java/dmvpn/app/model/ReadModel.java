package dmvpn.app.model;

import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import dmvpn.dsl.model.Model;
import dmvpn.network.CompiledNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A model that was read, whatever came of it.
 *
 * @param file file as it was named, or found in a folder
 * @param text the model as it is written; empty when the file holds no text
 * @param network what the model means, its sound part where the text is wrong; empty when there is no model
 * @param problems what is wrong with it, by place
 * @param suppressed what comments in it suppress, by place
 * @param projectProblems what is wrong with the rules file of its project
 */
public record ReadModel(String file, Optional<Model> text, Optional<CompiledNetwork> network, List<Problem> problems,
        List<SuppressedProblem> suppressed, List<Problem> projectProblems) {

    /** Keeps immutable copies of the lists. */
    public ReadModel {
        problems = List.copyOf(problems);
        suppressed = List.copyOf(suppressed);
        projectProblems = List.copyOf(projectProblems);
    }

    /** The network of a sound model; empty when the model is wrong: it is then neither simulated nor exported. */
    public Optional<CompiledNetwork> soundNetwork() {
        return problems.stream().anyMatch(Problem::isError) ? Optional.empty() : network;
    }
}
