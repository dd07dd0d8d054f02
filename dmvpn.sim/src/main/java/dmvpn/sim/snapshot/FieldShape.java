package dmvpn.sim.snapshot;

import java.lang.reflect.Field;
import java.util.List;

/** Objects with fields: those that are not final are put back, references in final ones are only followed. */
final class FieldShape extends Shape {

    private final Field[] numbers;
    private final Field[] changeableReferences;
    private final Field[] fixedReferences;

    /**
     * @param numbers fields of primitive types that are not final
     * @param changeableReferences fields that are not final
     * @param fixedReferences final fields, or all that nobody puts back
     */
    FieldShape(List<Field> numbers, List<Field> changeableReferences, List<Field> fixedReferences) {
        super(numbers.isEmpty() && changeableReferences.isEmpty() ? Change.FIXED : Change.CHANGEABLE);
        this.numbers = numbers.toArray(Field[]::new);
        this.changeableReferences = changeableReferences.toArray(Field[]::new);
        this.fixedReferences = fixedReferences.toArray(Field[]::new);
    }

    @Override
    void read(Object object, Cells cells) {
        try {
            for (Field field : numbers) {
                cells.number(number(field, object));
            }
            for (Field field : changeableReferences) {
                cells.reference(field.get(object));
            }
            for (Field field : fixedReferences) {
                cells.reference(field.get(object));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A snapshot may not read " + object.getClass().getName(), e);
        }
    }

    @Override
    void write(Object object, Cells cells) {
        try {
            for (int index = 0; index < numbers.length; index++) {
                setNumber(numbers[index], object, cells.numbers[index]);
            }
            for (int index = 0; index < changeableReferences.length; index++) {
                changeableReferences[index].set(object, cells.references[index]);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A snapshot may not write " + object.getClass().getName(), e);
        }
    }

    private static long number(Field field, Object object) throws IllegalAccessException {
        Class<?> type = field.getType();
        if (type == long.class) {
            return field.getLong(object);
        } else if (type == int.class) {
            return field.getInt(object);
        } else if (type == boolean.class) {
            return field.getBoolean(object) ? 1 : 0;
        } else if (type == double.class) {
            return Double.doubleToRawLongBits(field.getDouble(object));
        } else if (type == char.class) {
            return field.getChar(object);
        } else if (type == float.class) {
            return Float.floatToRawIntBits(field.getFloat(object));
        }
        return field.getLong(object);
    }

    private static void setNumber(Field field, Object object, long value) throws IllegalAccessException {
        Class<?> type = field.getType();
        if (type == long.class) {
            field.setLong(object, value);
        } else if (type == int.class) {
            field.setInt(object, (int) value);
        } else if (type == boolean.class) {
            field.setBoolean(object, value != 0);
        } else if (type == double.class) {
            field.setDouble(object, Double.longBitsToDouble(value));
        } else if (type == char.class) {
            field.setChar(object, (char) value);
        } else if (type == float.class) {
            field.setFloat(object, Float.intBitsToFloat((int) value));
        } else if (type == short.class) {
            field.setShort(object, (short) value);
        } else {
            field.setByte(object, (byte) value);
        }
    }
}
