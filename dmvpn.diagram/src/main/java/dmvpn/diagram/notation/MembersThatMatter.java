package dmvpn.diagram.notation;

import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.RouterReference;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.scenario.Endpoint;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.values.DecimalText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;

/** The members of a family that an expanded stack shows one by one: servers, those with hosts, those that scenarios speak of. */
final class MembersThatMatter {

    /** More than these would be a list, not a picture. */
    private static final int MOST = 24;

    private MembersThatMatter() {
    }

    /** Their numbers, without those that an exception is written for. */
    static SortedSet<Integer> of(RouterFamily family, ModelNames names, List<Model> models) {
        SortedSet<Integer> members = new TreeSet<>();
        for (RouterFamily other : names.families()) {
            UsedClauses.joins(other.base()).forEach(join -> join.getServers().stream()
                    .filter(server -> server.getRouter() == family.base()).map(ServerClause::getMember)
                    .forEach(member -> add(member, members)));
        }
        for (NamedElement host : names.all(Kind.HOST)) {
            if (((HostDeclaration) host).getRouter() == family.base()) {
                add(((HostDeclaration) host).getMember(), members);
            }
        }
        models.stream().flatMap(model -> model.getElements().stream()).filter(ScenarioDeclaration.class::isInstance)
                .forEach(scenario -> addSpokenOf(scenario, family.base(), members));
        members.removeIf(member -> !isMember(family.base(), member) || family.exceptionFor(member).isPresent());
        while (members.size() > MOST) {
            members.removeLast();
        }
        return members;
    }

    private static void addSpokenOf(EObject scenario, RouterDeclaration family, Set<Integer> members) {
        scenario.eAllContents().forEachRemaining(part -> {
            if (part instanceof RouterReference reference && reference.getRouter() == family) {
                add(reference.getMember(), members);
            } else if (part instanceof Endpoint end && end.getRouter() == family) {
                add(end.getMember(), members);
            }
        });
    }

    private static boolean isMember(RouterDeclaration base, int member) {
        return RouterFamily.hasMember(base, member);
    }

    private static void add(String number, Set<Integer> members) {
        number(number).ifPresent(members::add);
    }

    static Optional<Integer> number(String text) {
        return Optional.ofNullable(text).flatMap(DecimalText::tryParseWhole).filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }
}
