package dmvpn.network.rules.security;

import java.util.StringJoiner;

/** Collects in which settings two ends differ, as text for people. */
final class Differences {

    private final StringJoiner text = new StringJoiner(", ");
    private boolean found;

    /** Adds the setting when the two values differ. */
    Differences compare(String setting, Object mine, Object other) {
        if (!mine.equals(other)) {
            text.add(setting + " " + mine + " against " + other);
            found = true;
        }
        return this;
    }

    boolean isEmpty() {
        return !found;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
