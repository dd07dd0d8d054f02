package dmvpn.dsl.policy;

import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * A comment that suppresses findings of rules at a place.
 *
 * @param targets the rules that it names; none when it names none
 * @param reason why; empty when the comment does not say
 * @param comment where the comment is
 * @param start first character of the place that it covers
 * @param end character behind that place
 */
record Suppression(List<Target> targets, String reason, Origin comment, int start, int end) {

    /**
     * A rule that is named.
     *
     * @param ruleId identifier in capitals
     * @param origin where to point at: the comment, or the identifier in it when it is one of several
     */
    record Target(String ruleId, Origin origin) {
    }

    boolean covers(int offset) {
        return offset >= start && offset < end;
    }
}
