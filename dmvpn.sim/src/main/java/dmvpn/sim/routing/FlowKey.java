package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;

/**
 * What packets of one flow have alike for load sharing: a flow keeps its way, so that its packets stay in order. Ports are no part
 * of it, as with CEF's sharing by pairs of addresses: fragments, of which only the first has ports, go the way of the whole.
 *
 * @param source source address
 * @param destination destination address
 * @param protocolNumber IP protocol number, 0 to 255
 */
public record FlowKey(IpAddress source, IpAddress destination, int protocolNumber) {

    /** Offset basis and prime of the 32-bit FNV-1a hash (Fowler, Noll and Vo). */
    private static final int FNV_BASIS = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;
    private static final int BYTE_MASK = 0xff;

    /** Which of several equal ways the flow takes, from 0 on: the same in each run and on each machine. */
    public int choose(int ways) {
        int hash = add(add(FNV_BASIS, source.toBytes()), destination.toBytes());
        hash = (hash ^ protocolNumber) * FNV_PRIME;
        // The low bits of the hash of addresses that differ in one byte alone are alike; fold the others into them.
        hash ^= hash >>> 16;
        hash *= FNV_PRIME;
        hash ^= hash >>> 13;
        return Integer.remainderUnsigned(hash, ways);
    }

    private static int add(int start, byte[] bytes) {
        int hash = start;
        for (byte each : bytes) {
            hash = (hash ^ each & BYTE_MASK) * FNV_PRIME;
        }
        return hash;
    }
}
