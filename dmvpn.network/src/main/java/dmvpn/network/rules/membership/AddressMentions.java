package dmvpn.network.rules.membership;

import dmvpn.network.address.AddressRange;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every address and prefix that records of the network mention, wherever they stand in them. */
final class AddressMentions {

    /** The readers of a record's components, found once for each class. */
    private static final ClassValue<Method[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor).toArray(Method[]::new);
        }
    };

    private final Set<AddressRange> ranges = new LinkedHashSet<>();

    private AddressMentions() {
    }

    /** What some records mention, with all records that they are made of. */
    static Set<AddressRange> of(Collection<?> records) {
        AddressMentions mentions = new AddressMentions();
        mentions.visit(records);
        return mentions.ranges;
    }

    private void visit(Object value) {
        switch (value) {
            case IpAddress address -> ranges.add(new AddressRange(address, address));
            case IpPrefix prefix -> ranges.add(AddressRange.of(prefix));
            case InterfaceAddress address -> {
                visit(address.address());
                visit(address.prefix());
            }
            case Record record -> visitComponents(record);
            case Optional<?> optional -> optional.ifPresent(this::visit);
            case Collection<?> collection -> collection.forEach(this::visit);
            case Map<?, ?> map -> {
                visit(map.keySet());
                visit(map.values());
            }
            case null, default -> { } // neither an address nor made of any
        }
    }

    private void visitComponents(Record record) {
        for (Method component : COMPONENTS.get(record.getClass())) {
            try {
                visit(component.invoke(record));
            } catch (ReflectiveOperationException inaccessible) {
                throw new IllegalStateException("A record of the network hides " + component, inaccessible);
            }
        }
    }
}
