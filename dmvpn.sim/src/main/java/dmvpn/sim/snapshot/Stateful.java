package dmvpn.sim.snapshot;

/**
 * Something that says itself what a snapshot keeps of it, because its fields hold much that means nothing. Whatever it writes
 * must come in an order that changes little from one instant to another: a snapshot keeps differences.
 */
public interface Stateful {

    /** Writes all that changes; what is referred to is followed. */
    void writeState(StateOutput out);

    /** Becomes what it was when it wrote this. */
    void readState(StateInput in);

    /** Where state goes. */
    interface StateOutput {

        /** Adds a number. */
        void number(long number);

        /** Adds a reference, which may be null. */
        void reference(Object object);
    }

    /** Where state comes from, numbers and references each in the order in which they were written. */
    interface StateInput {

        /** The next number. */
        long number();

        /** The next reference. */
        Object reference();

        /** True when there are further numbers. */
        boolean hasNumbers();
    }
}
