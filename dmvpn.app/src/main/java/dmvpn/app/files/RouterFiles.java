package dmvpn.app.files;

import dmvpn.app.RequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Files that are called after routers and hosts. */
public final class RouterFiles {

    private RouterFiles() {
    }

    /**
     * Makes sure that nobody's file overwrites another's: on many disks {@code H.cfg} and {@code h.cfg} are one file.
     *
     * @param names names of routers and hosts that get a file in one folder
     * @throws RequestException when two of them are the same, or differ in case only
     */
    public static void requireDistinct(List<String> names) throws RequestException {
        Map<String, String> byLowerCase = new LinkedHashMap<>();
        for (String name : names) {
            String other = byLowerCase.put(name.toLowerCase(Locale.ROOT), name);
            if (name.equals(other)) {
                throw new RequestException("Two parts of the network are called " + name + ", and both would get the file of that name: "
                        + "rename one of the two");
            }
            if (other != null) {
                throw new RequestException("The names " + other + " and " + name + " differ in case only, and so would the "
                        + "names of their files, which many disks take for one: rename one of the two");
            }
        }
    }
}
