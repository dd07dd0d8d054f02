package dmvpn.sim.nhrp.message;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints flags the way IOS debugs do: names of those that are set, one space between. */
final class FlagNames {

    private FlagNames() {
    }

    static String join(String... names) {
        return Stream.of(names).filter(name -> !name.isEmpty()).collect(Collectors.joining(" "));
    }
}
