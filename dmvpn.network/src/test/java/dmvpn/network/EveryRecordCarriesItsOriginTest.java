package dmvpn.network;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.Secret;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.scenario.Action;
import dmvpn.network.tunnel.TunnelMode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every face leads from what it shows to the text that says it, so every record of configuration knows its place. */
class EveryRecordCarriesItsOriginTest {

    /** Addresses and prefixes are values: what holds them says where they were written. */
    private static final String VALUES = "dmvpn.network.address";

    private final Set<Class<?>> reached = new LinkedHashSet<>();

    private void walk(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::walk);
            walk(generic.getRawType());
            return;
        }
        if (!(type instanceof Class<?> found) || !found.getPackageName().startsWith("dmvpn.network") || !reached.add(found)) {
            return;
        }
        if (found.isRecord()) {
            Arrays.stream(found.getRecordComponents()).map(RecordComponent::getGenericType).forEach(this::walk);
        }
        if (found.isSealed()) {
            List.of(found.getPermittedSubclasses()).forEach(this::walk);
        }
    }

    private List<Class<?>> configuration() {
        walk(CompiledNetwork.class);
        return reached.stream().filter(Class::isRecord)
                .filter(found -> !found.getPackageName().equals(VALUES)).<Class<?>>map(found -> found).toList();
    }

    private static boolean endsWithItsOrigin(Class<?> configurationRecord) {
        RecordComponent[] components = configurationRecord.getRecordComponents();
        return components.length > 0
                && components[components.length - 1].getName().equals("origin")
                && components[components.length - 1].getType() == Origin.class;
    }

    @Test
    void everyRecordOfTheCompiledNetworkEndsWithItsOrigin() {
        assertThat(configuration()).filteredOn(found -> !endsWithItsOrigin(found)).isEmpty();
    }

    @Test
    void theWalkLooksIntoListsOptionalsAndSealedTypes() {
        assertThat(configuration()).contains(CompiledNetwork.class, Secret.class, EigrpStub.class, Action.FailPath.class,
                AddressAssignment.Dhcp.class, TunnelMode.PointToPoint.class);
    }
}
