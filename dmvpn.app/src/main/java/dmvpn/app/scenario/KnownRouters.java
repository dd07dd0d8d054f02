package dmvpn.app.scenario;

import java.util.ArrayList;
import java.util.List;

/** What there is instead of a router that there is none of: the end of a message. */
public final class KnownRouters {

    private static final int MOST_NAMES = 12;

    private KnownRouters() {
    }

    /** {@code it has HQ, Branch1, and 40 more}, or that there are none. */
    public static String in(List<String> names) {
        if (names.isEmpty()) {
            return "it has no routers";
        }
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(MOST_NAMES, names.size())));
        if (names.size() > MOST_NAMES) {
            shown.add("and " + (names.size() - MOST_NAMES) + " more");
        }
        return "it has " + String.join(", ", shown);
    }
}
