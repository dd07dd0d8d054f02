package dmvpn.dsl.compile;

import dmvpn.dsl.names.RouterFamily;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tells which families cannot share a host name with a router of another declaration, without a look at any member. */
final class HostNamesOfFamilies {

    private final Set<String> stems = new HashSet<>();

    private HostNamesOfFamilies() {
    }

    static HostNamesOfFamilies of(Collection<RouterFamily> families) {
        HostNamesOfFamilies all = new HostNamesOfFamilies();
        Set<String> twice = new HashSet<>();
        for (RouterFamily family : families) {
            String name = family.base().getName();
            String stem = stem(name);
            if (!all.stems.add(stem)) {
                twice.add(stem);
            }
        }
        all.stems.retainAll(twice);
        return all;
    }

    /** A name without the digits at its end: members of two families with one stem may have one host name. */
    private static String stem(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    /** True when no other declaration has a name that begins like a member's and goes on with digits alone. */
    boolean areItsOwn(RouterFamily family) {
        return !stems.contains(stem(family.base().getName()));
    }
}
