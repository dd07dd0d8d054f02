package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.NAMED_ELEMENT__NAME;
import static dmvpn.dsl.model.ModelPackage.Literals.ROUTER_DECLARATION__MEMBERS;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Expands families to routers. What it plans depends on the declarations of the family alone. */
final class RouterPlanner {

    private final CompileContext context;
    private RouterDeclaration lastDeclaration;
    private Origin lastHeader;

    RouterPlanner(CompileContext context) {
        this.context = context;
    }

    /** The routers of a declaration, members by number. */
    List<RouterPlan> plan(RouterFamily family) {
        List<RouterPlan> plans = new ArrayList<>(1);
        if (family.isFamily()) {
            addMembers(family, plans);
        } else {
            String label = Names.label(family.base());
            plans.add(new RouterPlan(family.base(), Clauses.of(family.base()), Optional.empty(), OptionalInt.empty(),
                    family.base().getName(), family.base().getName(), ValueReader.of(context, label),
                    context.origins().ofHeader(family.base(), label)));
        }
        return plans;
    }

    private void addMembers(RouterFamily family, List<RouterPlan> plans) {
        Set<Integer> numbers = numbers(family.base());
        List<MemberRange> several = RouterFamily.ranges(family.base());
        if (several.size() == 1 && !several.getFirst().isSeveral()) {
            reportLoneMember(family.base());
        }
        family.exceptions().forEach(exception -> checkException(family, exception, numbers));
        String name = family.base().getName();
        Clauses ofFamily = Clauses.of(family.base());
        for (int number : numbers) {
            Optional<RouterDeclaration> exception = family.exceptionFor(number);
            RouterDeclaration written = exception.orElse(family.base());
            String reference = Names.memberReference(name, number);
            String label = Kind.keyword(family.base()) + " " + reference;
            boolean usesOthers = exception.filter(clauses -> !clauses.getUses().isEmpty()).isPresent();
            plans.add(new RouterPlan(family.base(), usesOthers ? ofFamily.withoutFragments() : ofFamily,
                    exception.map(Clauses::of), OptionalInt.of(number), Names.memberHostName(name, number),
                    reference, ValueReader.ofMember(context, label, reference, number), header(written, label)));
        }
    }

    /** The header is the same for all members of a declaration but for the label. */
    private Origin header(RouterDeclaration written, String label) {
        if (written != lastDeclaration) {
            lastDeclaration = written;
            lastHeader = context.origins().ofHeader(written, label);
        }
        return lastHeader.labelled(label);
    }

    private Set<Integer> numbers(RouterDeclaration declaration) {
        Set<Integer> numbers = new TreeSet<>();
        for (int index = 0; index < declaration.getMembers().size(); index++) {
            String text = declaration.getMembers().get(index);
            if (text == null) {
                continue;
            }
            Optional<MemberRange> range = MemberRange.tryParse(text);
            if (range.isEmpty() || numbers.size() >= MemberRange.LARGEST_SIZE) {
                context.report(TextRules.VALUE, "'" + text + "' is not " + MemberRange.EXPECTED + " of at most "
                        + MemberRange.LARGEST_SIZE + " members", context.origins().of(declaration, ROUTER_DECLARATION__MEMBERS, index,
                        Names.label(declaration)));
                continue;
            }
            for (int number = range.get().first(); number <= range.get().last(); number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private void reportLoneMember(RouterDeclaration declaration) {
        context.report(TextRules.MEMBER, "There is no family " + declaration.getName() + " that " + Names.withMembers(declaration)
                + " could be an exception of: declare " + declaration.getName() + "[1..n], or drop the brackets",
                declaration, ROUTER_DECLARATION__MEMBERS, Names.label(declaration));
    }

    private void checkException(RouterFamily family, RouterDeclaration exception, Set<Integer> numbers) {
        String label = Names.label(exception);
        for (int number : numbers(exception)) {
            if (!numbers.contains(number)) {
                context.report(TextRules.MEMBER, Names.withMembers(family.base()) + " has no member " + number,
                        exception, ROUTER_DECLARATION__MEMBERS, label);
                return;
            }
        }
        if (!Kind.keyword(exception).equals(Kind.keyword(family.base()))) {
            context.report(TextRules.MEMBER, "The exception is a " + Kind.keyword(exception) + ", but its family is "
                    + Names.label(family.base()), exception, NAMED_ELEMENT__NAME, label);
        }
    }
}
