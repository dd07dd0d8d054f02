package dmvpn.dsl.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.catalogue.RuleCatalogue;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.features.UsedFeatures;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.xtext.Grammar;
import org.junit.jupiter.api.Test;

/**
 * A rule finds nothing where what it says that it needs is missing: leaving it out there, as a session does, changes nothing.
 * Every model at hand is shown to every rule, to those that look at one router with what that router and its servers use.
 */
class RuleNeedsTest {

    private static final Grammar GRAMMAR = Models.resource("").getResourceServiceProvider().get(DmvpnGrammarAccess.class).getGrammar();
    private static final int GRAMMATICAL_MODELS = 400;

    private static Stream<String> texts() {
        return Stream.concat(Corpus.read().all().stream(),
                LongStream.range(0, GRAMMATICAL_MODELS).mapToObj(seed -> GrammarWalk.model(GRAMMAR, Runs.random(seed)).text()));
    }

    private static List<NetworkRule> withNeeds() {
        return RuleCatalogue.ofNetwork().networkRules().stream().filter(rule -> !rule.needs().isEmpty()).toList();
    }

    private static Set<Feature> seenBy(RouterView router) {
        Set<Feature> seen = EnumSet.noneOf(Feature.class);
        seen.addAll(UsedFeatures.of(router.device()));
        for (Registration registration : router.registrations()) {
            seen.addAll(UsedFeatures.of(registration.server().device()));
        }
        return seen;
    }

    private static Set<Feature> usedIn(CompiledNetwork network) {
        Set<Feature> used = EnumSet.noneOf(Feature.class);
        network.devices().forEach(device -> used.addAll(UsedFeatures.of(device)));
        return used;
    }

    /** What a rule finds although something that it needs is missing. */
    private static List<Finding> foundWithoutNeeds(NetworkRule rule, Memberships memberships, Map<String, Integer> leftOut) {
        List<Finding> found = new ArrayList<>();
        switch (rule) {
            case RouterRule ofRouter -> memberships.routers().stream().filter(router -> lacks(rule, seenBy(router), leftOut))
                    .forEach(router -> ofRouter.check(router, found::add));
            case MemberRule ofMember -> memberships.routers().stream().filter(router -> lacks(rule, seenBy(router), leftOut))
                    .forEach(router -> router.members().forEach(member -> ofMember.check(member, router, found::add)));
            case NetworkRule ofNetwork -> {
                if (lacks(rule, usedIn(memberships.network()), leftOut)) {
                    ofNetwork.check(memberships, found::add);
                }
            }
        }
        return found;
    }

    private static boolean lacks(NetworkRule rule, Set<Feature> used, Map<String, Integer> leftOut) {
        boolean lacks = !used.containsAll(rule.needs());
        leftOut.merge(rule.rule().id(), lacks ? 1 : 0, Integer::sum);
        return lacks;
    }

    @Test
    void nothingIsFoundWhereSomethingThatARuleNeedsIsMissing() {
        Map<String, Integer> leftOut = new TreeMap<>();
        texts().forEach(text -> {
            Memberships memberships = Memberships.of(Models.network(text));
            for (NetworkRule rule : withNeeds()) {
                assertThat(foundWithoutNeeds(rule, memberships, leftOut))
                        .as("%s needs %s and is left out of\n%s", rule.rule().id(), rule.needs(), text).isEmpty();
            }
        });

        assertThat(leftOut).hasSize(withNeeds().size());
        assertThat(leftOut.values()).as("how often each rule is left out").allMatch(count -> count > 50);
    }

    @Test
    void everyFeatureIsNeededByARuleAndUsedByAModel() {
        Set<Feature> needed = EnumSet.noneOf(Feature.class);
        withNeeds().forEach(rule -> needed.addAll(rule.needs()));
        Set<Feature> used = EnumSet.noneOf(Feature.class);
        Corpus.read().all().forEach(text -> used.addAll(usedIn(Models.network(text))));

        assertThat(needed).containsExactlyInAnyOrder(Feature.values());
        assertThat(used).containsExactlyInAnyOrder(Feature.values());
    }
}
