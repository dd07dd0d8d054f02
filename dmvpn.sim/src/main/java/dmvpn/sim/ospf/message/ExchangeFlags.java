package dmvpn.sim.ospf.message;

import java.util.List;

/** The flags of a database description, the same in both versions (RFC 2328 appendix A.3.3; RFC 5340 appendix A.3.3). */
final class ExchangeFlags {

    private static final int INITIAL = 0x04;
    private static final int MORE = 0x02;
    private static final int MASTER = 0x01;

    private ExchangeFlags() {
    }

    static int of(OspfBody.DatabaseDescription description) {
        return (description.initial() ? INITIAL : 0) | (description.more() ? MORE : 0) | (description.master() ? MASTER : 0);
    }

    static OspfBody.DatabaseDescription description(int mtuBytes, OspfOptions options, int flags, long sequence,
            List<LinkStateHeader> headers) {
        return new OspfBody.DatabaseDescription(mtuBytes, options, (flags & INITIAL) != 0, (flags & MORE) != 0,
                (flags & MASTER) != 0, sequence, headers);
    }
}
