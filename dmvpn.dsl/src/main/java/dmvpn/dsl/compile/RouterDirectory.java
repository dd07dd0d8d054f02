package dmvpn.dsl.compile;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.values.DecimalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds routers by what references say: a declaration, and the number of a member. */
final class RouterDirectory {

    /** Number under which a router that is no family is kept. */
    private static final int SINGLE = -1;

    // Keyed by identity, used for look-ups only: no iteration order leaves this class.
    private final Map<RouterDeclaration, Map<Integer, RouterSite>> sites = new IdentityHashMap<>();
    private final Map<RouterDeclaration, List<RouterSite>> members = new IdentityHashMap<>();

    void add(RouterSite site) {
        RouterDeclaration declaration = site.plan().base();
        sites.computeIfAbsent(declaration, key -> new HashMap<>()).put(site.plan().number().orElse(SINGLE), site);
        members.computeIfAbsent(declaration, key -> new ArrayList<>()).add(site);
    }

    /** The router of a declaration, or all members of a family. */
    List<RouterSite> all(RouterDeclaration declaration) {
        return members.getOrDefault(declaration, List.of());
    }

    /**
     * The one router that a reference means.
     *
     * @param member text in the brackets, null for none
     */
    Optional<RouterSite> one(RouterDeclaration declaration, String member) {
        int number = member == null ? SINGLE
                : DecimalText.tryParseWhole(member).filter(value -> value <= Integer.MAX_VALUE).map(Long::intValue).orElse(-2);
        return Optional.ofNullable(sites.getOrDefault(declaration, Map.of()).get(number));
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
