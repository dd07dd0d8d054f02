package dmvpn.dsl.compile;

import java.util.List;

/** Lists of the very same objects. */
final class Identity {

    private Identity() {
    }

    static boolean areSame(List<?> first, List<?> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int index = 0; index < first.size(); index++) {
            if (first.get(index) != second.get(index)) {
                return false;
            }
        }
        return true;
    }
}
