package dmvpn.dsl.linking;

import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;

/**
 * The references of one revision that have no target.
 *
 * @param all in text order
 */
public record UnresolvedReferences(List<UnresolvedReference> all) {

    /** Keeps an immutable copy of the list. */
    public UnresolvedReferences {
        all = List.copyOf(all);
    }

    /** Those of a resource's revision, as its linker left them. */
    public static UnresolvedReferences of(DmvpnResource resource) {
        return resource.perRevision(UnresolvedReferences.class, model -> new UnresolvedReferences(List.of()));
    }

    /**
     * Every reference of a resource that is written and has no target: also those that need none, such as IPv6 text in a
     * place where a router's name may stand.
     */
    public static List<UnresolvedReference> withoutTarget(DmvpnResource resource) {
        return resource.parts().stream().flatMap(part -> WrittenReference.of(part).stream())
                .filter(reference -> reference.target() == null).map(WrittenReference::unresolved).toList();
    }
}
