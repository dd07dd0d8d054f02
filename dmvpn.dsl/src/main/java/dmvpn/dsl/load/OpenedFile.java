package dmvpn.dsl.load;

import dmvpn.dsl.resource.DmvpnResource;
import java.util.Optional;

/**
 * A file that was read and not yet checked.
 *
 * @param name the file as people know it
 * @param resource its text and what it imports; empty when it was refused
 * @param refusal why it was refused
 */
record OpenedFile(String name, Optional<DmvpnResource> resource, Optional<LoadedModel> refusal) {

    static OpenedFile of(String name, DmvpnResource resource) {
        return new OpenedFile(name, Optional.of(resource), Optional.empty());
    }

    static OpenedFile refused(LoadedModel refusal) {
        return new OpenedFile(refusal.file(), Optional.empty(), Optional.of(refusal));
    }
}
