package dmvpn.sim.snapshot;

/** Objects that say themselves what is to be kept of them. */
final class OwnShape extends Shape {

    OwnShape() {
        super(Change.CHANGEABLE);
    }

    @Override
    void read(Object object, Cells cells) {
        ((Stateful) object).writeState(cells);
    }

    @Override
    void write(Object object, Cells cells) {
        ((Stateful) object).readState(cells);
    }
}
