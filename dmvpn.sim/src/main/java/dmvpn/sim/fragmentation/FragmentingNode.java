package dmvpn.sim.fragmentation;

import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Fragmentation on one router or host: cuts what it sends, puts together what is for it, and says so in the trace. */
public final class FragmentingNode {

    private final int node;
    private final Origin origin;
    private final TraceRecorder trace;
    private final Fragmenter fragmenter;
    private final Reassembler reassembler;
    private final FragmentCounters counters = new FragmentCounters();

    /**
     * @param node index of the node in the trace
     * @param origin the element that configured it
     * @param timeoutNanos how long it waits for missing pieces
     */
    public FragmentingNode(int node, Origin origin, Scheduler scheduler, TraceRecorder trace, long timeoutNanos) {
        this.node = node;
        this.origin = origin;
        this.trace = trace;
        this.fragmenter = new Fragmenter(node);
        this.reassembler = new Reassembler(scheduler, timeoutNanos);
    }

    /**
     * Cuts a packet that is too large for an interface.
     *
     * @param interfaceName the interface
     * @param mtuBytes its MTU
     */
    public List<IpPacket> cut(IpPacket packet, String interfaceName, int mtuBytes) {
        List<IpPacket> pieces = fragmenter.cut(packet, mtuBytes);
        counters.fragmented(pieces.size());
        if (trace.isRecording()) {
            trace.record(node, new FragmentationEvent.Fragmented(interfaceName, packet.source(), packet.destination(),
                    packet.summary(), packet.lengthBytes(), mtuBytes, pieces.size()), origin);
        }
        return pieces;
    }

    /** A packet was too large and could not be cut. */
    public void couldNotCut() {
        counters.notFragmented();
    }

    /**
     * Takes a fragment that is for this node.
     *
     * @param onTimeout told of the first piece when others do not come in time, so that the sender can be told
     * @return the whole packet when nothing is missing any more
     */
    public Optional<IpPacket> receive(IpPacket fragment, Consumer<IpPacket> onTimeout) {
        Optional<IpPacket> whole = reassembler.add(fragment, incomplete -> thrownAway(incomplete, onTimeout));
        whole.ifPresent(complete -> {
            counters.reassembled();
            record(new FragmentationEvent.Reassembled(complete.source(), complete.destination(), complete.protocolNumber(),
                    complete.identification(), complete.summary(), complete.content().lengthBytes()));
        });
        return whole;
    }

    private void thrownAway(Reassembler.Incomplete incomplete, Consumer<IpPacket> onTimeout) {
        IpPacket piece = incomplete.piece();
        counters.notReassembled(incomplete.cause());
        record(new FragmentationEvent.NotReassembled(piece.source(), piece.destination(), piece.summary(),
                incomplete.pieces(), incomplete.cause().text()));
        if (incomplete.cause() == Reassembler.Cause.TIMEOUT && incomplete.hasBeginning()) {
            onTimeout.accept(piece);
        }
    }

    private void record(TraceEvent event) {
        if (trace.isRecording()) {
            trace.record(node, event, origin);
        }
    }

    /** What it counted since its start. */
    public FragmentCounters counters() {
        return counters;
    }

    /** The node loses its power. */
    public void stop() {
        reassembler.clear();
    }
}
