package dmvpn.sim.snapshot;

/**
 * How objects of a class are taken apart into numbers and references, and put back. An object always gives its references
 * in the same order, the changeable ones and the others.
 */
abstract class Shape {

    /** What becomes of an object of the class in the course of a run. */
    enum Change {
        /** Nothing, and nothing that changes is behind it: nobody needs to look inside. */
        NOTHING_BEHIND,
        /** Nothing, but what it refers to may change. */
        FIXED,
        /** It shows what something else holds, so that it changes and is not put back itself. */
        VIEW,
        /** It changes and is put back. */
        CHANGEABLE
    }

    private final Change change;

    Shape(Change change) {
        this.change = change;
    }

    final Change change() {
        return change;
    }

    final boolean isLeaf() {
        return change == Change.NOTHING_BEHIND;
    }

    /** Adds what the object holds to the cells. */
    abstract void read(Object object, Cells cells);

    /** Makes the object hold what the cells say. Only of a {@link Change#CHANGEABLE} one. */
    void write(Object object, Cells cells) {
        throw new UnsupportedOperationException(object.getClass().getName() + " does not change");
    }

    /** The shape of what nobody needs to look into. */
    static Shape leaf() {
        return new Shape(Change.NOTHING_BEHIND) {
            @Override
            void read(Object object, Cells cells) {
                // Nothing of it changes.
            }
        };
    }
}
