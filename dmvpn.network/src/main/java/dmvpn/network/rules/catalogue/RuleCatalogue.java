package dmvpn.network.rules.catalogue;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one list of rules that command line, editor and documentation read: the rules on the network, and those that the
 * language adds for its text.
 */
public final class RuleCatalogue {

    private final List<NetworkRule> networkRules;
    private final Map<String, Rule> rulesById;

    private RuleCatalogue(List<NetworkRule> networkRules, Map<String, Rule> rulesById) {
        this.networkRules = networkRules;
        this.rulesById = rulesById;
    }

    /** All rules on the network, in the order of the catalogue. */
    public static RuleCatalogue ofNetwork() {
        Map<String, Rule> rulesById = new LinkedHashMap<>();
        NetworkRules.ALL.forEach(networkRule -> add(rulesById, networkRule.rule()));
        return new RuleCatalogue(NetworkRules.ALL, rulesById);
    }

    /**
     * This catalogue and the entries of rules that somebody else checks.
     *
     * @throws IllegalArgumentException when two rules have the same identifier
     */
    public RuleCatalogue plus(List<Rule> rulesCheckedElsewhere) {
        Map<String, Rule> extended = new LinkedHashMap<>(rulesById);
        rulesCheckedElsewhere.forEach(rule -> add(extended, rule));
        return new RuleCatalogue(networkRules, extended);
    }

    private static void add(Map<String, Rule> rulesById, Rule rule) {
        if (rulesById.putIfAbsent(rule.id(), rule) != null) {
            throw new IllegalArgumentException("Two rules have the identifier " + rule.id());
        }
    }

    /** The rules that run on networks, in the order of the catalogue. */
    public List<NetworkRule> networkRules() {
        return networkRules;
    }

    /** The entries in the order of the catalogue. */
    public List<Rule> rules() {
        return List.copyOf(rulesById.values());
    }

    /** The entry of an identifier such as {@code R-AD-01}. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rulesById.get(id));
    }

    /** Checks one network after the other, each with what is still true from the one before. */
    public CheckSession session() {
        return new CheckSession(networkRules);
    }

    /**
     * Checks a network against all rules on networks. Findings of one rule at one place, such as a fault of a family with
     * many members, become one finding that says how many there are.
     *
     * @return findings in the order of the catalogue, then of the network
     */
    public List<Finding> check(CompiledNetwork network) {
        return session().check(network);
    }
}
