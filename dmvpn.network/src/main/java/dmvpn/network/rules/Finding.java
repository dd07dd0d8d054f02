package dmvpn.network.rules;

import dmvpn.network.origin.Origin;

/**
 * A rule that a network or a text breaks at a place.
 *
 * @param rule broken rule
 * @param message what is wrong here and what to do, in one sentence with names and values
 * @param origin where
 */
public record Finding(Rule rule, String message, Origin origin) {
}
