package dmvpn.app.problem;

/**
 * A problem that is known and accepted.
 *
 * @param problem the problem
 * @param reason why, as the comment in the model says it
 */
public record SuppressedProblem(Problem problem, String reason) {
}
