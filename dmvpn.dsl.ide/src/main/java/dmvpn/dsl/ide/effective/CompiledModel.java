package dmvpn.dsl.ide.effective;

import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import dmvpn.network.device.Routers;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * A model with the network that was compiled from it. The origins of the records lead from one to the other: so fragments,
 * families, exceptions and imported files need no second reading here.
 */
final class CompiledModel {

    private record Place(String file, int offset) {
    }

    private final CompiledNetwork network;
    private final List<DmvpnResource> files;
    private final Routers routers;
    private final Map<String, AlikeDevices> alike = new HashMap<>();
    private Map<Place, List<EObject>> clauses;

    CompiledModel(CompiledNetwork network, List<DmvpnResource> files) {
        this.network = network;
        this.files = files;
        this.routers = network.routers();
        routers.alike().forEach(group -> group.examples().forEach(example -> alike.put(example.reference(), group)));
    }

    CompiledNetwork network() {
        return network;
    }

    /** The routers, of alike ones the examples: what can be said of these can be said of the others. */
    List<Device> devices() {
        return routers.representatives();
    }

    /** The routers that one is an example of; empty for one that stands for itself only. */
    Optional<AlikeDevices> alike(Device device) {
        return Optional.ofNullable(alike.get(device.reference()));
    }

    /** True when a record was made from a clause: it begins where the clause does. */
    boolean isFrom(Origin origin, EObject clause) {
        return place(clause).filter(new Place(origin.file(), origin.offset())::equals).isPresent();
    }

    /** True when a record was made from a clause or from something inside it. */
    boolean isWithin(Origin origin, EObject clause) {
        ICompositeNode node = NodeModelUtils.getNode(clause);
        return node != null && fileOf(clause).equals(origin.file()) && origin.offset() >= node.getOffset()
                && origin.offset() < node.getTotalEndOffset();
    }

    /** The clause of a kind that a record was made from. */
    <C extends EObject> Optional<C> clause(Origin origin, Class<C> kind) {
        return clauses().getOrDefault(new Place(origin.file(), origin.offset()), List.of()).stream()
                .filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Records of the routers that were made from a clause. */
    <R> List<Reading<R>> made(EObject clause, Function<Device, List<R>> records, Function<R, Origin> origin,
            BiFunction<Device, R, Reading<R>> reading) {
        List<Reading<R>> made = new ArrayList<>();
        Optional<Place> place = place(clause);
        if (place.isPresent()) {
            for (Device device : devices()) {
                for (R record : records.apply(device)) {
                    Origin from = origin.apply(record);
                    if (place.get().equals(new Place(from.file(), from.offset()))) {
                        made.add(reading.apply(device, record));
                    }
                }
            }
        }
        return made;
    }

    /** Records of the routers that were made from a clause, which alone says what they are. */
    <R> List<Reading<R>> made(EObject clause, Function<Device, List<R>> records, Function<R, Origin> origin) {
        return made(clause, records, origin, (device, record) -> Reading.on(device, record, clause));
    }

    private Map<Place, List<EObject>> clauses() {
        if (clauses == null) {
            clauses = new HashMap<>();
            for (DmvpnResource file : files) {
                file.getAllContents().forEachRemaining(element -> place(element)
                        .ifPresent(place -> clauses.computeIfAbsent(place, unseen -> new ArrayList<>(1)).add(element)));
            }
        }
        return clauses;
    }

    private static Optional<Place> place(EObject clause) {
        ICompositeNode node = NodeModelUtils.getNode(clause);
        return node == null ? Optional.empty() : Optional.of(new Place(fileOf(clause), node.getOffset()));
    }

    private static String fileOf(EObject clause) {
        Resource resource = clause.eResource();
        return resource instanceof DmvpnResource file ? file.displayName() : "";
    }
}
