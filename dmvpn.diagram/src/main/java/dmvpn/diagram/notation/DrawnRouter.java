package dmvpn.diagram.notation;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.MemberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A declaration that becomes a node, with the clauses that hold for it: those of the fragments that it uses are its own; an
 * exception of a family inherits what it does not say itself; a {@code join} of its own replaces the family's membership of
 * that cloud only.
 *
 * @param declaration what was written
 * @param family the family that it is an exception of
 * @param size number of routers that the node stands for; 0 for a family whose members are all shown apart
 * @param member the number of the one member that it stands for
 */
record DrawnRouter(RouterDeclaration declaration, Optional<RouterDeclaration> family, long size, OptionalInt member) {

    /** A router or family as a whole, less the members that others stand for, which may be all. */
    static DrawnRouter ofBase(RouterFamily family, int shownApart) {
        long exceptions = family.exceptions().stream().mapToLong(DrawnRouter::count).sum();
        long size = family.isFamily() ? Math.max(0, count(family.base()) - exceptions - shownApart) : 1;
        return new DrawnRouter(family.base(), Optional.empty(), size, OptionalInt.empty());
    }

    /** One exception of a family. */
    static DrawnRouter ofException(RouterFamily family, RouterDeclaration exception) {
        List<MemberRange> ranges = RouterFamily.ranges(exception);
        boolean one = ranges.size() == 1 && !ranges.getFirst().isSeveral();
        return new DrawnRouter(exception, Optional.of(family.base()), Math.max(1, count(exception)),
                one ? OptionalInt.of(ranges.getFirst().first()) : OptionalInt.empty());
    }

    /** A member that nothing but its family is written about. */
    static DrawnRouter ofMember(RouterFamily family, int member) {
        return new DrawnRouter(family.base(), Optional.empty(), 1, OptionalInt.of(member));
    }

    private static long count(RouterDeclaration declaration) {
        long size = 0;
        for (MemberRange range : RouterFamily.ranges(declaration)) {
            size += range.last() - range.first() + 1L;
        }
        return size;
    }

    String label() {
        return member.isPresent() ? Names.memberReference(declaration.getName(), member.getAsInt()) : Names.withMembers(declaration);
    }

    String id() {
        return NotationServices.routerId(label());
    }

    List<WanClause> wans() {
        return inherited(UsedClauses.wans(declaration), family.map(UsedClauses::wans));
    }

    List<LanClause> lans() {
        return inherited(UsedClauses.lans(declaration), family.map(UsedClauses::lans));
    }

    /** The name of its site with the member's number in it. */
    String site() {
        return inherited(UsedClauses.sites(declaration), family.map(UsedClauses::sites)).stream().map(SiteClause::getSite)
                .filter(Objects::nonNull).findFirst().map(this::computed).orElse("");
    }

    private static <T> List<T> inherited(List<T> own, Optional<List<T>> ofFamily) {
        return own.isEmpty() ? ofFamily.orElse(own) : own;
    }

    List<JoinClause> joins() {
        List<JoinClause> own = UsedClauses.joins(declaration);
        if (family.isEmpty()) {
            return own;
        }
        List<JoinClause> joins = new ArrayList<>();
        for (JoinClause join : UsedClauses.joins(family.get())) {
            if (own.stream().noneMatch(each -> each.getCloud() == join.getCloud())) {
                joins.add(join);
            }
        }
        joins.addAll(own);
        return joins;
    }

    RouterNode toNode(DiagramView view) {
        boolean addresses = view.shows(Layer.ADDRESSES);
        boolean overlay = view.shows(Layer.OVERLAY);
        boolean underlay = view.shows(Layer.UNDERLAY);
        return new RouterNode(id(), NotationServices.routerKind(declaration), label(), Math.max(1, size), size > 1,
                !addresses || !overlay ? List.of() : joins().stream().filter(join -> isShown(join, view))
                        .map(NotationServices::tunnelAddress).map(this::computed).toList(),
                !addresses || !underlay ? List.of() : wans().stream().map(NotationServices::wanAddress).map(this::computed).toList(),
                !underlay ? List.of() : lans().stream().map(NotationServices::localNetwork).map(this::computed).toList(),
                underlay ? site() : "", expandable().orElse(""));
    }

    /** The family whose members may be shown apart: the one that this is, or has been taken out of. */
    private Optional<String> expandable() {
        boolean isException = family.isPresent();
        return isException || RouterFamily.ranges(declaration).isEmpty() ? Optional.empty()
                : Optional.of(NotationServices.routerId(declaration));
    }

    private static boolean isShown(JoinClause join, DiagramView view) {
        return view.clouds().isEmpty() || join.getCloud() != null && view.showsCloud(join.getCloud().getName());
    }

    /** One member has values where its family has expressions. */
    private String computed(String text) {
        if (member.isEmpty()) {
            return text;
        }
        try {
            return ComputedText.expand(text, member.getAsInt());
        } catch (ComputedTextException notComputable) {
            return text;
        }
    }
}
