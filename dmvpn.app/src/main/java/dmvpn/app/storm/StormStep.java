package dmvpn.app.storm;

import dmvpn.network.scenario.Action;

/**
 * Something that happens in a storm.
 *
 * @param action what the simulator does
 * @param statement the same as a statement of the language
 */
public record StormStep(Action action, String statement) {
}
