package dmvpn.network.rules.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.AddressRange;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressMentionsTest {

    private record Holder(Optional<IpAddress> one, List<IpPrefix> several, InterfaceAddress own, Object other) {
    }

    private static AddressRange range(String prefix) {
        return AddressRange.of(IpPrefix.parse(prefix));
    }

    @Test
    void addressesAreFoundInRecordsListsAndOptionals() {
        Holder inner = new Holder(Optional.empty(), List.of(IpPrefix.parse("192.0.2.0/24")), InterfaceAddress.parse("10.0.0.9/8"),
                "10.1.1.1");
        Holder outer = new Holder(Optional.of(IpAddress.parse("203.0.113.7")), List.of(), InterfaceAddress.parse("10.2.0.1/16"),
                new LinkedHashMap<>(java.util.Map.of("key", inner)));

        assertThat(AddressMentions.of(List.of(outer))).containsExactlyInAnyOrder(range("203.0.113.7/32"), range("10.2.0.1/32"),
                range("10.2.0.0/16"), range("192.0.2.0/24"), range("10.0.0.9/32"), range("10.0.0.0/8"));
    }

    private final Set<Class<?>> opaque = new LinkedHashSet<>();
    private final Set<Type> met = new LinkedHashSet<>();

    private void walk(Type type) {
        if (!met.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::walk);
        } else if (type instanceof Class<?> found) {
            if (found.isRecord()) {
                Arrays.stream(found.getRecordComponents()).map(RecordComponent::getGenericType).forEach(this::walk);
            } else if (found.isSealed()) {
                Arrays.stream(found.getPermittedSubclasses()).forEach(this::walk);
            } else if (!found.isPrimitive() && !found.isEnum()) {
                opaque.add(found);
            }
        }
    }

    /** What is neither a record nor one of these could hide an address from the walk over the network. */
    @Test
    void theNetworkIsMadeOfRecordsAndOfValuesWithoutAddresses() {
        walk(CompiledNetwork.class);

        assertThat(opaque).isSubsetOf(Set.of(String.class, Integer.class, Long.class, Boolean.class, Double.class, Duration.class,
                OptionalInt.class, OptionalLong.class, OptionalDouble.class, Origin.class));
        assertThat(met).hasSizeGreaterThan(100);
    }
}
