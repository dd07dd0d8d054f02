package dmvpn.sim.snapshot;

import java.util.BitSet;

/** Arrays, whose length never changes, and sets of bits. */
final class ArrayShapes {

    private ArrayShapes() {
    }

    /** The shape of an array class, or null when there is none for it. */
    static Shape of(Class<?> type) {
        if (!type.getComponentType().isPrimitive()) {
            return new References();
        }
        return switch (type.getComponentType().getName()) {
            case "long" -> new Longs();
            case "int" -> new Ints();
            case "byte" -> new Bytes();
            case "boolean" -> new Booleans();
            default -> null;
        };
    }

    private static final class References extends Shape {
        References() {
            super(Change.CHANGEABLE);
        }

        @Override
        void read(Object object, Cells cells) {
            for (Object element : (Object[]) object) {
                cells.reference(element);
            }
        }

        @Override
        void write(Object object, Cells cells) {
            Object[] array = (Object[]) object;
            System.arraycopy(cells.references, 0, array, 0, array.length);
        }
    }

    private static final class Longs extends Shape {
        Longs() {
            super(Change.CHANGEABLE);
        }

        @Override
        void read(Object object, Cells cells) {
            for (long element : (long[]) object) {
                cells.number(element);
            }
        }

        @Override
        void write(Object object, Cells cells) {
            long[] array = (long[]) object;
            System.arraycopy(cells.numbers, 0, array, 0, array.length);
        }
    }

    private static final class Ints extends Shape {
        Ints() {
            super(Change.CHANGEABLE);
        }

        @Override
        void read(Object object, Cells cells) {
            for (int element : (int[]) object) {
                cells.number(element);
            }
        }

        @Override
        void write(Object object, Cells cells) {
            int[] array = (int[]) object;
            for (int index = 0; index < array.length; index++) {
                array[index] = (int) cells.numbers[index];
            }
        }
    }

    private static final class Bytes extends Shape {
        Bytes() {
            super(Change.CHANGEABLE);
        }

        @Override
        void read(Object object, Cells cells) {
            for (byte element : (byte[]) object) {
                cells.number(element);
            }
        }

        @Override
        void write(Object object, Cells cells) {
            byte[] array = (byte[]) object;
            for (int index = 0; index < array.length; index++) {
                array[index] = (byte) cells.numbers[index];
            }
        }
    }

    private static final class Booleans extends Shape {
        Booleans() {
            super(Change.CHANGEABLE);
        }

        @Override
        void read(Object object, Cells cells) {
            for (boolean element : (boolean[]) object) {
                cells.number(element ? 1 : 0);
            }
        }

        @Override
        void write(Object object, Cells cells) {
            boolean[] array = (boolean[]) object;
            for (int index = 0; index < array.length; index++) {
                array[index] = cells.numbers[index] != 0;
            }
        }
    }

    /** A {@link BitSet}. */
    static final class Bits extends Shape {
        Bits() {
            super(Change.CHANGEABLE);
        }

        @Override
        void read(Object object, Cells cells) {
            for (long word : ((BitSet) object).toLongArray()) {
                cells.number(word);
            }
        }

        @Override
        void write(Object object, Cells cells) {
            BitSet bits = (BitSet) object;
            bits.clear();
            for (int word = 0; word < cells.numberCount; word++) {
                for (long rest = cells.numbers[word]; rest != 0; rest &= rest - 1) {
                    bits.set(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
                }
            }
        }
    }
}
