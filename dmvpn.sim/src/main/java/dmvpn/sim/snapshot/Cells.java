package dmvpn.sim.snapshot;

import java.util.Arrays;

/** What one object holds: numbers and references, each in the order of its shape. Used again for object after object. */
final class Cells implements Stateful.StateOutput, Stateful.StateInput {

    long[] numbers = new long[64];
    int numberCount;
    Object[] references = new Object[64];
    int referenceCount;

    private int numbersRead;
    private int referencesRead;

    void clear() {
        numberCount = 0;
        referenceCount = 0;
        numbersRead = 0;
        referencesRead = 0;
    }

    @Override
    public long number() {
        return numbers[numbersRead++];
    }

    @Override
    public Object reference() {
        return references[referencesRead++];
    }

    @Override
    public boolean hasNumbers() {
        return numbersRead < numberCount;
    }

    @Override
    public void number(long number) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
        }
        numbers[numberCount++] = number;
    }

    @Override
    public void reference(Object object) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, 2 * referenceCount);
        }
        references[referenceCount++] = object;
    }
}
