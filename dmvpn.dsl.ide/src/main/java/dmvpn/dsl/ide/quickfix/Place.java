package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** The elements that a mend of a problem may change, those that are nearer to the problem first. */
interface Place {

    /** The join that the problem is at. */
    Place JOIN = problem -> here(problem, problem.element(JoinClause.class).stream());

    /** The cloud that the problem is at, or that of its join. */
    Place CLOUD = problem -> here(problem, clouds(problem));

    /** The join that the problem is at, then the cloud. */
    Place TUNNEL = problem -> Stream.concat(JOIN.in(problem), CLOUD.in(problem));

    /** The crypto suites of the problem's tunnels. */
    Place SUITE = problem -> here(problem, suites(problem));

    /** The proposals of ESP of these suites. */
    Place ESP = problem -> SUITE.in(problem).map(CryptoDeclaration.class::cast).map(CryptoDeclaration::getEsp)
            .flatMap(Collection::stream);

    /** The proposals of IKE of these suites. */
    Place IKE = problem -> SUITE.in(problem).map(CryptoDeclaration.class::cast).map(CryptoDeclaration::getIke)
            .flatMap(Collection::stream);

    /** The routing clause that the problem is at. */
    Place ROUTING = problem -> here(problem, problem.element(RoutingClause.class).stream());

    /** The neighbour that the problem is at. */
    Place NEIGHBOR = problem -> here(problem, problem.element(NeighborClause.class).stream());

    /** The uplink that the problem is at. */
    Place WAN = problem -> here(problem, problem.element(WanClause.class).stream());

    /** The transport that the problem is at, or that of its uplink. */
    Place TRANSPORT = problem -> here(problem, problem.element(TransportDeclaration.class)
            .or(() -> problem.element(WanClause.class).map(WanClause::getTransport)).stream());

    /** The elements. */
    Stream<? extends EObject> in(Problem problem);

    /** Elements of a type around the problem. */
    static Place around(Class<? extends EObject> type) {
        return problem -> here(problem, problem.element(type).stream());
    }

    /** Where this place is nowhere, another one. */
    default Place or(Place other) {
        return problem -> {
            List<? extends EObject> found = in(problem).toList();
            return found.isEmpty() ? other.in(problem) : found.stream();
        };
    }

    private static Stream<? extends EObject> here(Problem problem, Stream<? extends EObject> elements) {
        return elements.filter(problem::isHere).distinct();
    }

    private static Stream<CloudDeclaration> clouds(Problem problem) {
        return problem.element(JoinClause.class).map(JoinClause::getCloud)
                .or(() -> problem.element(CloudDeclaration.class)).stream();
    }

    private static Stream<CryptoDeclaration> suites(Problem problem) {
        Optional<CryptoDeclaration> written = problem.element(CryptoDeclaration.class);
        if (written.isPresent()) {
            return written.stream();
        }
        Optional<JoinClause> join = problem.element(JoinClause.class);
        Stream<JoinClause> joins = join.isPresent() ? join.stream()
                : problem.element(RouterDeclaration.class).stream().flatMap(router -> router.getJoins().stream());
        return Stream.concat(joins.map(Place::suite), problem.element(CloudDeclaration.class).map(CloudDeclaration::getCrypto).stream())
                .filter(java.util.Objects::nonNull).distinct();
    }

    private static CryptoDeclaration suite(JoinClause join) {
        return join.getProtection() != null ? join.getProtection() : join.getCloud() == null ? null : join.getCloud().getCrypto();
    }
}
