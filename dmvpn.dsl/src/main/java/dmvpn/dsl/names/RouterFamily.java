package dmvpn.dsl.names;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.values.MemberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A router, or a family of routers with its exceptions.
 *
 * @param base the declaration that a reference to the name means
 * @param exceptions further declarations of the same name that replace settings of some members, in text order
 */
public record RouterFamily(RouterDeclaration base, List<RouterDeclaration> exceptions) {

    /** Keeps an immutable copy of the list. */
    public RouterFamily {
        exceptions = List.copyOf(exceptions);
    }

    /** True when the router has members, written in brackets. */
    public boolean isFamily() {
        return !base.getMembers().isEmpty();
    }

    /** The readable ranges of a declaration's brackets, in text order. */
    public static List<MemberRange> ranges(RouterDeclaration declaration) {
        List<MemberRange> ranges = new ArrayList<>();
        for (String text : declaration.getMembers()) {
            // Between two commas where nothing is written yet, the parser leaves an empty place.
            Optional.ofNullable(text).flatMap(MemberRange::tryParse).ifPresent(ranges::add);
        }
        return ranges;
    }

    /** True when the declaration's brackets name the number. */
    public static boolean hasMember(RouterDeclaration declaration, int number) {
        return ranges(declaration).stream().anyMatch(range -> range.contains(number));
    }

    /** How many members the brackets name; overlapping ranges count twice. */
    static long size(RouterDeclaration declaration) {
        return ranges(declaration).stream().mapToLong(range -> range.last() - range.first() + 1L).sum();
    }

    /** The last exception for the member: what is written later wins. */
    public Optional<RouterDeclaration> exceptionFor(int number) {
        return exceptions.reversed().stream().filter(exception -> hasMember(exception, number)).findFirst();
    }
}
