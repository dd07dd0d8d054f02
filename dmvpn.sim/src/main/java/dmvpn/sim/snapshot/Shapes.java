package dmvpn.sim.snapshot;

import dmvpn.sim.snapshot.Shape.Change;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Finds the shape of each class. What the JDK keeps to itself cannot be put back from outside, so that of its classes only
 * collections and values are understood; anything else in the state of a run is refused by name, the first time it is met.
 */
final class Shapes {

    private static final Set<Class<?>> CHANGEABLE_COLLECTIONS = Set.of(ArrayList.class, LinkedList.class, ArrayDeque.class,
            PriorityQueue.class, HashSet.class, LinkedHashSet.class, TreeSet.class);
    private static final Set<Class<?>> CHANGEABLE_MAPS = Set.of(HashMap.class, LinkedHashMap.class, TreeMap.class, EnumMap.class);
    private static final Set<Class<?>> VALUES = Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class, UUID.class);
    private static final Set<String> VALUE_PACKAGES = Set.of("java.lang", "java.math", "java.net", "java.time", "java.util.regex");

    private final Predicate<Class<?>> timeless;
    private final Map<Class<?>, Shape> known = new HashMap<>();
    private final Map<Class<?>, Boolean> leafTypes = new HashMap<>();
    private final Shape leaf = Shape.leaf();

    /** @param timeless classes whose objects all instants of a run share, besides those that are {@link Timeless} */
    Shapes(Predicate<Class<?>> timeless) {
        this.timeless = timeless;
    }

    /**
     * The shape of an object's class.
     *
     * @throws IllegalStateException when objects of the class cannot be put back
     */
    Shape of(Object object) {
        Class<?> type = object.getClass();
        Shape shape = known.get(type);
        if (shape == null) {
            shape = make(type, object);
            known.put(type, shape);
        }
        return shape;
    }

    private Shape make(Class<?> type, Object object) {
        if (type == Object.class || isLeafType(type)) {
            return leaf;
        }
        if (object instanceof Stateful) {
            return new OwnShape();
        }
        if (type.isArray()) {
            Shape array = ArrayShapes.of(type);
            return array == null ? refuse(type) : array;
        }
        return type.getName().startsWith("java.") ? makeOfJdk(type, object) : makeOfFields(type);
    }

    private Shape makeOfJdk(Class<?> type, Object object) {
        if (CHANGEABLE_COLLECTIONS.contains(type) || object instanceof EnumSet) {
            return new CollectionShapes.Elements(Change.CHANGEABLE);
        } else if (CHANGEABLE_MAPS.contains(type)) {
            return new CollectionShapes.Entries(Change.CHANGEABLE);
        } else if (object instanceof BitSet) {
            return new ArrayShapes.Bits();
        } else if (object instanceof Optional) {
            return new CollectionShapes.Perhaps();
        } else if (object instanceof Map.Entry) {
            return new CollectionShapes.LoneEntry();
        } else if (type.getName().startsWith("java.util.ImmutableCollections$")) {
            return object instanceof Map ? new CollectionShapes.Entries(Change.FIXED) : new CollectionShapes.Elements(Change.FIXED);
        } else if (object instanceof Collection && type.getName().startsWith("java.util.")) {
            return new CollectionShapes.Elements(Change.VIEW);
        } else if (object instanceof Map && type.getName().startsWith("java.util.")) {
            return new CollectionShapes.Entries(Change.VIEW);
        } else if (object instanceof Comparator || type.isHidden()) {
            // What the JDK makes of functions holds other functions at most.
            return leaf;
        }
        return refuse(type);
    }

    private static Shape refuse(Class<?> type) {
        throw new IllegalStateException("The state of a run holds a " + type.getName()
                + ", which no snapshot can put back: keep it in fields, arrays or the usual collections");
    }

    private Shape makeOfFields(Class<?> type) {
        List<Field> numbers = new ArrayList<>();
        List<Field> changeable = new ArrayList<>();
        List<Field> fixed = new ArrayList<>();
        boolean finalOnly = type.isRecord() || type.isHidden();
        for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                boolean isFinal = finalOnly || Modifier.isFinal(field.getModifiers());
                if (Modifier.isStatic(field.getModifiers()) || isFinal && isLeafType(field.getType())) {
                    continue;
                }
                field.setAccessible(true);
                (isFinal ? fixed : field.getType().isPrimitive() ? numbers : changeable).add(field);
            }
        }
        return numbers.isEmpty() && changeable.isEmpty() && fixed.isEmpty() ? leaf : new FieldShape(numbers, changeable, fixed);
    }

    /** True when nothing that objects of a type hold can change, as far as their declarations tell. */
    private boolean isLeafType(Class<?> type) {
        Boolean answer = leafTypes.get(type);
        if (answer == null) {
            // A type that refers to itself is one if the rest of it is.
            leafTypes.put(type, true);
            answer = decideLeafType(type);
            if (!answer) {
                // Others may have been taken for one because this type still was.
                leafTypes.values().removeIf(Boolean::booleanValue);
            }
            leafTypes.put(type, answer);
        }
        return answer;
    }

    private boolean decideLeafType(Class<?> type) {
        if (type.isPrimitive() || type.isEnum() || Enum.class.isAssignableFrom(type) && type != Enum.class
                || Timeless.class.isAssignableFrom(type) || timeless.test(type)) {
            return true;
        }
        if (type.getName().startsWith("java.")) {
            return VALUES.contains(type) || Modifier.isFinal(type.getModifiers()) && VALUE_PACKAGES.contains(type.getPackageName())
                    && !StringBuilder.class.equals(type) && !StringBuffer.class.equals(type);
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                if (!isLeafType(permitted)) {
                    return false;
                }
            }
            return type.isInterface() || Modifier.isAbstract(type.getModifiers());
        }
        return type.isRecord() && hasLeafFieldsOnly(type);
    }

    private boolean hasLeafFieldsOnly(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !isLeafType(field.getType())) {
                return false;
            }
        }
        return true;
    }
}
