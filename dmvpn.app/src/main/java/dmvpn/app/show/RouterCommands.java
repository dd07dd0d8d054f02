package dmvpn.app.show;

import dmvpn.app.RequestException;
import dmvpn.sim.RouterView;
import dmvpn.sim.show.ShowCommand;
import java.util.List;

/** The commands of a router at an instant, whose words may be cut short. */
public final class RouterCommands {

    private static final String QUESTION = "?";

    private RouterCommands() {
    }

    /** Commands of the router now, in its order; none without power. */
    public static List<String> of(RouterView router) {
        return router.showCommands().stream().map(ShowCommand::command).toList();
    }

    /**
     * The lines that a command prints. A question mark at the end of a line asks what the line may become, as on a router.
     *
     * @throws RequestException when the router has no such command now; it says which it has
     */
    public static List<String> show(RouterView router, String command) throws RequestException {
        String line = command.strip();
        if (line.endsWith(QUESTION)) {
            requirePower(router);
            List<String> possible = completions(line.substring(0, line.length() - QUESTION.length()), of(router));
            if (!possible.isEmpty()) {
                return possible;
            }
        }
        return router.show(full(router, command)).orElse("").lines().toList();
    }

    /**
     * Lines that a line which is begun may become, in the order of the router: whole commands.
     *
     * @param begun what is written so far; words may be cut short
     */
    public static List<String> completions(String begun, List<String> commands) {
        return CommandWords.completions(begun, commands);
    }

    /**
     * Sees that the router runs.
     *
     * @throws RequestException when it has no power now
     */
    static void requirePower(RouterView router) throws RequestException {
        if (!router.isPowered()) {
            throw new RequestException(router.name() + " is without power now: it answers no command");
        }
    }

    /** The command in full that a line means. */
    static String full(RouterView router, String command) throws RequestException {
        requirePower(router);
        List<String> commands = of(router);
        List<String> matches = CommandWords.matches(command, commands);
        if (matches.size() == 1) {
            return matches.get(0);
        }
        throw new RequestException(matches.isEmpty()
                ? router.name() + " has no command '" + command.strip() + "'; it has " + String.join(", ", commands)
                : "'" + command.strip() + "' can mean " + String.join(", ", matches) + "; write more of it");
    }
}
