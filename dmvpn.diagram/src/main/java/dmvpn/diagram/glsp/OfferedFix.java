package dmvpn.diagram.glsp;

/**
 * A change of the text that mends a problem.
 *
 * @param id tells the fixes of one element apart
 * @param title what it does, for people
 * @param problem what is wrong, for people
 */
public record OfferedFix(String id, String title, String problem) {
}
