package dmvpn.network.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of OSPF areas. */
public enum OspfAreaKind {
    /** Carries all routes. */
    NORMAL,
    /** Carries a default in place of external routes (RFC 2328 section 3.6). */
    STUB,
    /** Carries a default in place of external routes and of those of other areas. */
    TOTALLY_STUB,
    /** A stub area that may have external routes of its own (RFC 3101). */
    NSSA,
    /** An NSSA that carries a default in place of the routes of other areas. */
    TOTALLY_NSSA;

    /** The word for it in models. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that keyword. */
    public static Optional<OspfAreaKind> of(String keyword) {
        return Stream.of(values()).filter(kind -> kind.keyword().equals(keyword)).findFirst();
    }
}
