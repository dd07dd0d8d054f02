package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.NAMED_ELEMENT__NAME;
import static dmvpn.dsl.model.ModelPackage.Literals.ROUTER_DECLARATION__MEMBERS;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.values.MemberRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Expands families to routers. What it plans depends on the declarations of the family alone. */
final class RouterPlanner {

    private final CompileContext context;

    RouterPlanner(CompileContext context) {
        this.context = context;
    }

    /**
     * A family whose members are planned one by one.
     *
     * @param declarations its declarations
     * @param clauses those of the family's own declaration
     */
    record Family(RouterFamily declarations, Clauses clauses) {

        static Family of(RouterFamily declarations) {
            return new Family(declarations, Clauses.of(declarations.base()));
        }

        String name() {
            return declarations.base().getName();
        }
    }

    /** A router that is no family. */
    RouterPlan single(RouterDeclaration declaration) {
        String label = Names.label(declaration);
        return new RouterPlan(declaration, Clauses.of(declaration), Optional.empty(), OptionalInt.empty(),
                declaration.getName(), declaration.getName(), ValueReader.of(context, label),
                context.origins().ofHeader(declaration, label));
    }

    /** The numbers of a family's members, ascending; what is wrong with its brackets and its exceptions is reported. */
    int[] numbers(RouterFamily family) {
        int[] numbers = numbers(family.base());
        List<MemberRange> several = RouterFamily.ranges(family.base());
        if (several.size() == 1 && !several.getFirst().isSeveral()) {
            reportLoneMember(family.base());
        }
        family.exceptions().forEach(exception -> checkException(family, exception, numbers));
        return numbers;
    }

    /** A member of a family. */
    RouterPlan plan(Family family, int number) {
        RouterDeclaration base = family.declarations().base();
        Optional<RouterDeclaration> exception = family.declarations().exceptionFor(number);
        RouterDeclaration written = exception.orElse(base);
        String reference = Names.memberReference(family.name(), number);
        String label = Kind.keyword(base) + " " + reference;
        boolean usesOthers = exception.filter(clauses -> !clauses.getUses().isEmpty()).isPresent();
        return new RouterPlan(base, usesOthers ? family.clauses().withoutFragments() : family.clauses(),
                exception.map(Clauses::of), OptionalInt.of(number), Names.memberHostName(family.name(), number),
                reference, ValueReader.ofMember(context, label, reference, number), context.origins().ofHeader(written, label));
    }

    private int[] numbers(RouterDeclaration declaration) {
        IntStream.Builder numbers = IntStream.builder();
        int size = 0;
        for (int index = 0; index < declaration.getMembers().size(); index++) {
            String text = declaration.getMembers().get(index);
            if (text == null) {
                continue;
            }
            Optional<MemberRange> range = MemberRange.tryParse(text);
            if (range.isEmpty() || size >= MemberRange.LARGEST_SIZE) {
                context.report(TextRules.VALUE, "'" + text + "' is not " + MemberRange.EXPECTED + " of at most "
                        + MemberRange.LARGEST_SIZE + " members", context.origins().of(declaration, ROUTER_DECLARATION__MEMBERS, index,
                        Names.label(declaration)));
                continue;
            }
            for (int number = range.get().first(); number <= range.get().last(); number++) {
                numbers.add(number);
                size++;
            }
        }
        return numbers.build().sorted().distinct().toArray();
    }

    private void reportLoneMember(RouterDeclaration declaration) {
        context.report(TextRules.MEMBER, "There is no family " + declaration.getName() + " that " + Names.withMembers(declaration)
                + " could be an exception of: declare " + declaration.getName() + "[1..n], or drop the brackets",
                declaration, ROUTER_DECLARATION__MEMBERS, Names.label(declaration));
    }

    private void checkException(RouterFamily family, RouterDeclaration exception, int[] numbers) {
        String label = Names.label(exception);
        for (int number : numbers(exception)) {
            if (Arrays.binarySearch(numbers, number) < 0) {
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
