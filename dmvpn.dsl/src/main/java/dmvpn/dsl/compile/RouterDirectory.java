package dmvpn.dsl.compile;

import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.DecimalText;
import dmvpn.network.address.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds routers by what references say: a declaration, and the number of a member. The one way for the compiler of a router
 * to learn of another: it notes what it answers, so that the router is compiled again when an answer would be another.
 */
final class RouterDirectory {

    /** Number under which a router that is no family is kept. */
    static final int SINGLE = -1;

    /** What was answered when a router was asked for. */
    static final class Answer {

        private final String name;
        private final String member;
        /** What other routers may know of it, null when there was no such router. */
        private RouterFacts facts;

        private Answer(String name, String member, RouterFacts facts) {
            this.name = name;
            this.member = member;
            this.facts = facts;
        }
    }

    private final ModelNames names;
    // Keyed by identity, used for look-ups only: no iteration order leaves this class.
    private final Map<RouterDeclaration, List<RouterSite>> members = new IdentityHashMap<>();
    private final Map<RouterDeclaration, int[]> numbers = new IdentityHashMap<>();
    private final Map<RouterSite, RouterFacts> facts = new IdentityHashMap<>();
    private final Map<RouterSite, RouterFacts> knownFacts;
    private List<Answer> noted = new ArrayList<>();

    /**
     * @param names names of the model
     * @param before the directory of the revision before, null for none
     */
    RouterDirectory(ModelNames names, RouterDirectory before) {
        this.names = names;
        this.knownFacts = before == null ? Map.of() : before.facts;
    }

    /**
     * Adds the router of a declaration, or all members of a family.
     *
     * @param ofSites the numbers of the members, ascending; {@link #SINGLE} for a router that is no family
     */
    void add(RouterDeclaration declaration, List<RouterSite> sites, int[] ofSites) {
        members.put(declaration, sites);
        numbers.put(declaration, ofSites);
    }

    /** The router of a declaration, or all members of a family: for scenarios, which are compiled each time. */
    List<RouterSite> all(RouterDeclaration declaration) {
        return members.getOrDefault(declaration, List.of());
    }

    /**
     * The one router that a reference means.
     *
     * @param member text in the brackets, null for none
     */
    Optional<RouterSite> one(RouterDeclaration declaration, String member) {
        Optional<RouterSite> found = find(declaration, member);
        noted.add(new Answer(declaration.getName(), member, found.map(this::factsOf).orElse(null)));
        return found;
    }

    /** Says that a name means no router now: whoever asks is compiled again, since it may mean one the next time. */
    void noteUnknown() {
        noted.add(new Answer("", null, null));
    }

    /** The hub with a tunnel address in a cloud. */
    Optional<RouterSite> hubAt(CloudPlan cloud, IpAddress protocolAddress) {
        for (RouterFamily family : names.families()) {
            if (family.base() instanceof HubDeclaration) {
                for (RouterSite site : all(family.base())) {
                    if (site.membershipIn(cloud).filter(place -> place.address().address().equals(protocolAddress)).isPresent()) {
                        String member = site.plan().number().stream().mapToObj(Integer::toString).findFirst().orElse(null);
                        return one(family.base(), member);
                    }
                }
            }
        }
        noteUnknown();
        return Optional.empty();
    }

    private Optional<RouterSite> find(RouterDeclaration declaration, String member) {
        int number = member == null ? SINGLE
                : DecimalText.tryParseWhole(member).filter(value -> value <= Integer.MAX_VALUE).map(Long::intValue).orElse(-2);
        List<RouterSite> sites = all(declaration);
        int index = sites.isEmpty() ? -1 : Arrays.binarySearch(numbers.get(declaration), number);
        return index < 0 ? Optional.empty() : Optional.of(sites.get(index));
    }

    private RouterFacts factsOf(RouterSite site) {
        return facts.computeIfAbsent(site, key -> {
            RouterFacts known = knownFacts.get(key);
            return known == null ? RouterFacts.of(key) : known;
        });
    }

    /** The answers that some work gets. */
    List<Answer> answersTo(Runnable work) {
        noted = new ArrayList<>(2);
        work.run();
        List<Answer> answers = noted;
        noted = new ArrayList<>();
        return answers;
    }

    /** True when the same questions would be answered in the same way now; never for one without an answer. */
    boolean stillSays(List<Answer> answers) {
        for (Answer answer : answers) {
            if (answer.facts == null || !(names.target(Kind.ROUTER, answer.name) instanceof RouterDeclaration declaration)) {
                return false;
            }
            RouterFacts now = find(declaration, answer.member).map(this::factsOf).orElse(null);
            if (answer.facts != now) {
                if (!answer.facts.equals(now)) {
                    return false;
                }
                answer.facts = now; // the next time they are the same object
            }
        }
        return true;
    }

    /** Why {@link #one} finds nothing, as a sentence. */
    String whyNone(RouterDeclaration declaration, String member) {
        boolean family = !declaration.getMembers().isEmpty();
        if (family && member == null) {
            return declaration.getName() + " is a family: say which member is meant, such as " + declaration.getName() + "["
                    + all(declaration).stream().findFirst().flatMap(site -> site.plan().number().stream().boxed().findFirst())
                            .orElse(1) + "]";
        }
        return family
                ? dmvpn.dsl.names.Names.withMembers(declaration) + " has no member " + member
                : declaration.getName() + " is one router and has no members: drop the brackets";
    }
}
