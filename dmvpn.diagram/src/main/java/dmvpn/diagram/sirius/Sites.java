package dmvpn.diagram.sirius;

import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.names.RouterFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where routers stand: a site is a name that they say; nothing declares it. */
final class Sites {

    private Sites() {
    }

    /** What says the site of a router: itself, what it uses, or the family that it is an exception of. */
    static Optional<SiteClause> statement(CurrentModel current, RouterDeclaration router) {
        return written(router, new HashSet<>())
                .or(() -> base(current, router).flatMap(base -> written(base, new HashSet<>())));
    }

    private static Optional<RouterDeclaration> base(CurrentModel current, RouterDeclaration router) {
        return Optional.ofNullable(router.getName()).flatMap(name -> current.names().family(name)).map(RouterFamily::base)
                .filter(base -> base != router);
    }

    private static Optional<SiteClause> written(RouterBody body, Set<RouterBody> seen) {
        if (body == null || !seen.add(body)) {
            return Optional.empty();
        }
        return body.getSites().stream().filter(site -> site.getSite() != null).findFirst()
                .or(() -> body.getUses().stream().flatMap(use -> written(use.getUsed(), seen).stream()).findFirst());
    }

    /** The name of the site that a router is in. */
    static Optional<String> name(CurrentModel current, RouterDeclaration router) {
        return statement(current, router).map(SiteClause::getSite);
    }

    /** The routers that are where another is, itself first. */
    static List<RouterDeclaration> around(CurrentModel current, RouterDeclaration router) {
        Optional<String> site = name(current, router);
        if (site.isEmpty()) {
            return List.of(router);
        }
        return Stream.concat(Stream.of(router),
                current.all(RouterDeclaration.class).stream().filter(other -> Objects.equals(name(current, other), site)))
                .distinct().toList();
    }
}
