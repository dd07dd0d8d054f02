package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.model.RouterDeclaration;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the spoke that a static route leads to, so that its tunnel address can be the next hop. */
final class StaticNextHops {

    private StaticNextHops() {
    }

    /** Names the spoke behind the destination as next hop, for whichever family has the network. */
    static Stream<Mend> ofSpoke(Problem problem) {
        Optional<RouteClause> route = problem.element(RouteClause.class).filter(found -> found.getDestination() != null);
        return route.stream().flatMap(found -> problem.document().resource().model().getElements().stream()
                .filter(RouterDeclaration.class::isInstance).map(RouterDeclaration.class::cast)
                .flatMap(router -> router.getLans().stream().map(LanClause::getPrefix)
                        .flatMap(lan -> member(lan, found.getDestination()).stream())
                        .flatMap(member -> router.getJoins().stream().map(JoinClause::getAddress).filter(address -> address != null)
                                .map(address -> of(address, member))))
                .flatMap(address -> Problem.replace("Lead to the spoke: " + address, found,
                        ModelPackage.Literals.ROUTE_CLAUSE__NEXT_HOP, address).stream()));
    }

    /** What a computed network has in the place of {@code n}, so that it is the destination; itself when it is not computed. */
    private static Optional<String> member(String lan, String destination) {
        if (lan == null) {
            return Optional.empty();
        }
        int number = lan.indexOf("n", Math.max(0, lan.indexOf('{')));
        if (lan.indexOf('{') < 0 || number < 0) {
            return lan.equals(destination) ? Optional.of("n") : Optional.empty();
        }
        String before = lan.substring(0, number);
        String behind = lan.substring(number + 1);
        return destination.startsWith(before) && destination.endsWith(behind) && destination.length() > before.length() + behind.length()
                ? Optional.of(destination.substring(before.length(), destination.length() - behind.length()))
                : Optional.empty();
    }

    private static String of(String address, String member) {
        int brace = address.indexOf('{');
        return brace < 0 ? address
                : address.substring(0, brace) + address.substring(brace).replace("n", member.length() == 1 ? member : "(" + member + ")");
    }
}
