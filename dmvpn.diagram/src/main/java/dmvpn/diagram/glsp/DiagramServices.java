package dmvpn.diagram.glsp;

/**
 * What a diagram can do besides being drawn and edited. Whoever serves a diagram fills it.
 *
 * @param runs runs simulations
 * @param fixes mends problems
 * @param commands what menus offer besides edits
 */
public record DiagramServices(DiagramRuns runs, DiagramFixes fixes, DiagramCommands commands) {

    /** Nothing. */
    public static final DiagramServices NONE =
            new DiagramServices(DiagramRuns.NONE, DiagramFixes.NONE, DiagramCommands.NONE);
}
