package dmvpn.sim.snapshot;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Collections by what they contain: their elements in order, keys and values by turns. */
final class CollectionShapes {

    private CollectionShapes() {
    }

    /** Lists, sets and queues. */
    static final class Elements extends Shape {

        Elements(Change change) {
            super(change);
        }

        @Override
        void read(Object object, Cells cells) {
            for (Object element : (Collection<?>) object) {
                cells.reference(element);
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        void write(Object object, Cells cells) {
            Collection<Object> collection = (Collection<Object>) object;
            if (isSame(collection, cells)) {
                return;
            }
            collection.clear();
            for (int index = 0; index < cells.referenceCount; index++) {
                collection.add(cells.references[index]);
            }
        }

        private static boolean isSame(Collection<Object> collection, Cells cells) {
            if (collection.size() != cells.referenceCount) {
                return false;
            }
            int index = 0;
            for (Object element : collection) {
                if (element != cells.references[index++]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Maps. */
    static final class Entries extends Shape {

        Entries(Change change) {
            super(change);
        }

        @Override
        void read(Object object, Cells cells) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) object).entrySet()) {
                cells.reference(entry.getKey());
                cells.reference(entry.getValue());
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        void write(Object object, Cells cells) {
            Map<Object, Object> map = (Map<Object, Object>) object;
            if (isSame(map, cells)) {
                return;
            }
            map.clear();
            for (int index = 0; index < cells.referenceCount; index += 2) {
                map.put(cells.references[index], cells.references[index + 1]);
            }
        }

        private static boolean isSame(Map<Object, Object> map, Cells cells) {
            if (2 * map.size() != cells.referenceCount) {
                return false;
            }
            Iterator<Map.Entry<Object, Object>> entries = map.entrySet().iterator();
            for (int index = 0; index < cells.referenceCount; index += 2) {
                Map.Entry<Object, Object> entry = entries.next();
                if (entry.getKey() != cells.references[index] || entry.getValue() != cells.references[index + 1]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** An {@link Optional}. */
    static final class Perhaps extends Shape {

        Perhaps() {
            super(Change.FIXED);
        }

        @Override
        void read(Object object, Cells cells) {
            cells.reference(((Optional<?>) object).orElse(null));
        }
    }

    /** An entry that stands alone. */
    static final class LoneEntry extends Shape {

        LoneEntry() {
            super(Change.FIXED);
        }

        @Override
        void read(Object object, Cells cells) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) object;
            cells.reference(entry.getKey());
            cells.reference(entry.getValue());
        }
    }
}
