package dmvpn.sim.invariant;

/** The clock of a run never goes back. */
final class TimeNeverGoesBack implements Invariant.OfSent, Invariant.OfReceived, Invariant.OfEvents {

    private long last;

    @Override
    public String name() {
        return "time never goes back";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        check(crossing.timeNanos(), complaints);
    }

    @Override
    public void received(Crossing crossing, Complaints complaints) {
        check(crossing.timeNanos(), complaints);
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        check(happening.timeNanos(), complaints);
    }

    private void check(long timeNanos, Complaints complaints) {
        if (timeNanos < last) {
            complaints.complain("something happened at " + timeNanos + " ns after something at " + last + " ns");
        }
        last = timeNanos;
    }
}
