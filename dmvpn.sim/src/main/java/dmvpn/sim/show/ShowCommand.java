package dmvpn.sim.show;

import java.util.function.Supplier;

/**
 * A table in the form that users know from a router.
 *
 * @param command the command, such as {@code show ip nhrp}
 * @param text prints the table as of now, lines separated by {@code \n}
 */
public record ShowCommand(String command, Supplier<String> text) {
}
