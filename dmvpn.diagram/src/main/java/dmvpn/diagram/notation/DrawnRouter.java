package dmvpn.diagram.notation;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.dsl.values.MemberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declaration that becomes a node, with the clauses that hold for it: an exception of a family inherits what it does
 * not say itself; a {@code join} of its own replaces the family's membership of that cloud only.
 *
 * @param declaration what was written
 * @param family the family that it is an exception of
 * @param members number of routers that the node stands for
 */
record DrawnRouter(RouterDeclaration declaration, Optional<RouterDeclaration> family, long members) {

    /** A router or family as a whole, less the members that exceptions stand for. */
    static DrawnRouter ofBase(RouterFamily family) {
        long exceptions = family.exceptions().stream().mapToLong(DrawnRouter::size).sum();
        long size = family.isFamily() ? Math.max(1, size(family.base()) - exceptions) : 1;
        return new DrawnRouter(family.base(), Optional.empty(), size);
    }

    /** One exception of a family. */
    static DrawnRouter ofException(RouterFamily family, RouterDeclaration exception) {
        return new DrawnRouter(exception, Optional.of(family.base()), Math.max(1, size(exception)));
    }

    private static long size(RouterDeclaration declaration) {
        long size = 0;
        for (MemberRange range : RouterFamily.ranges(declaration)) {
            size += range.last() - range.first() + 1L;
        }
        return size;
    }

    String id() {
        return NotationServices.routerId(declaration);
    }

    List<WanClause> wans() {
        return family.map(base -> NotationServices.inherited(declaration.getWans(), base.getWans()))
                .orElse(declaration.getWans());
    }

    List<LanClause> lans() {
        return family.map(base -> NotationServices.inherited(declaration.getLans(), base.getLans()))
                .orElse(declaration.getLans());
    }

    List<JoinClause> joins() {
        if (family.isEmpty()) {
            return declaration.getJoins();
        }
        List<JoinClause> joins = new ArrayList<>();
        for (JoinClause join : family.get().getJoins()) {
            if (declaration.getJoins().stream().noneMatch(own -> own.getCloud() == join.getCloud())) {
                joins.add(join);
            }
        }
        joins.addAll(declaration.getJoins());
        return joins;
    }

    RouterNode toNode() {
        return new RouterNode(id(), NotationServices.routerKind(declaration), Names.withMembers(declaration), members,
                members > 1,
                joins().stream().map(NotationServices::tunnelAddress).map(this::computed).toList(),
                wans().stream().map(NotationServices::wanAddress).map(this::computed).toList(),
                lans().stream().map(NotationServices::localNetwork).map(this::computed).toList());
    }

    /** An exception for one member has values where its family has expressions. */
    private String computed(String text) {
        List<MemberRange> ranges = RouterFamily.ranges(declaration);
        if (ranges.size() != 1 || ranges.getFirst().isSeveral()) {
            return text;
        }
        try {
            return ComputedText.expand(text, ranges.getFirst().first());
        } catch (ComputedTextException notComputable) {
            return text;
        }
    }
}
