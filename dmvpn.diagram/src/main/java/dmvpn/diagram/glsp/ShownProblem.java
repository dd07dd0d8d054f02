package dmvpn.diagram.glsp;

/**
 * Something wrong with a model.
 *
 * @param elementId identifier of the element in the diagram; empty when it is about none that is drawn
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param message what is wrong, with its place in the file, for people
 */
public record ShownProblem(String elementId, String severity, String message) {
}
