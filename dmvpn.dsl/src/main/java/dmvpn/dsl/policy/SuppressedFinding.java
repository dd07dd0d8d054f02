package dmvpn.dsl.policy;

import dmvpn.network.rules.Finding;

/**
 * A finding that a comment in the model hides.
 *
 * @param finding the finding
 * @param reason why, as the comment says it
 */
public record SuppressedFinding(Finding finding, String reason) {
}
