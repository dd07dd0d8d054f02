package dmvpn.dsl.compile;

import dmvpn.dsl.model.CloudDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clouds of which each is preferred over the next.
 *
 * @param clouds the cloud that the chain was followed from, and those after it, each once
 * @param isClosed true when the last one is preferred over the first
 */
record PreferenceChain(List<CloudDeclaration> clouds, boolean isClosed) {

    /** Follows what clouds are preferred over. */
    static PreferenceChain from(CloudDeclaration first) {
        List<CloudDeclaration> clouds = new ArrayList<>(List.of(first));
        CloudDeclaration next = first.getPreferredOver();
        while (next != null && !clouds.contains(next)) {
            clouds.add(next);
            next = next.getPreferredOver();
        }
        return new PreferenceChain(clouds, next == first);
    }

    /**
     * True when the preference of the first cloud cannot stand: it is the backup of one that it would come before, or of clouds
     * in a ring it is the last in the text. So of two preferences that contradict each other the earlier one stays.
     */
    boolean contradicts() {
        CloudDeclaration first = clouds.getFirst();
        return clouds.subList(1, clouds.size()).contains(first.getBackupFor())
                || isClosed && clouds.stream().noneMatch(cloud -> isBefore(first, cloud));
    }

    private static boolean isBefore(CloudDeclaration first, CloudDeclaration second) {
        if (first.eResource() == second.eResource()) {
            List<?> elements = first.eContainer().eContents();
            return elements.indexOf(first) < elements.indexOf(second);
        }
        return first.eResource().getURI().toString().compareTo(second.eResource().getURI().toString()) < 0;
    }
}
