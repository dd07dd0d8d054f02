package dmvpn.sim.nhrp.message;

import java.util.ArrayList;
import java.util.List;

/** Lists of extensions with changes. */
final class ExtensionList {

    private ExtensionList() {
    }

    /** The extensions with one in the place of the one of its type, or at the end. */
    static List<NhrpExtension> with(List<NhrpExtension> extensions, NhrpExtension extension) {
        List<NhrpExtension> changed = new ArrayList<>(extensions);
        int place = 0;
        while (place < changed.size() && changed.get(place).type() != extension.type()) {
            place++;
        }
        if (place < changed.size()) {
            changed.set(place, extension);
        } else {
            changed.add(extension);
        }
        return changed;
    }

    /** The extensions without those of a kind. */
    static List<NhrpExtension> without(List<NhrpExtension> extensions, Class<? extends NhrpExtension> kind) {
        return extensions.stream().filter(extension -> !kind.isInstance(extension)).toList();
    }
}
