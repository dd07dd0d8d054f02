package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;

/** Origins by what they say, as {@link Origin#equals} holds all of them for equal. */
final class SameOrigin implements InternTable.Sameness<Origin> {

    @Override
    public int hash(Origin origin) {
        return (31 * origin.offset() + origin.line()) * 31 + origin.element().hashCode();
    }

    @Override
    public boolean same(Origin one, Origin other) {
        return one.offset() == other.offset() && one.length() == other.length() && one.line() == other.line()
                && one.column() == other.column() && one.element().equals(other.element())
                && one.file().equals(other.file());
    }
}
