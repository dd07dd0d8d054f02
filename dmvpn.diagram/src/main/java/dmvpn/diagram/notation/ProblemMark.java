package dmvpn.diagram.notation;

/**
 * A problem of a node or line.
 *
 * @param rule identifier of the rule
 * @param isError true when the network would not be what was meant
 * @param message what is wrong, for people
 * @param offset where the text says so
 * @param length how many characters of the text it is about
 */
public record ProblemMark(String rule, boolean isError, String message, int offset, int length) {
}
