package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.sim.snapshot.Timeless;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks, frames and tables of a trace: append-only. One thread writes; others may read whatever {@link #size} tells
 * them, as it is published after all that belongs to the event.
 */
final class TraceStore implements Timeless {

    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(TraceStore.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final List<String> nodeNames;
    final InternTable<String> texts = new InternTable<>();
    final InternTable<IpAddress> addresses = new InternTable<>();
    final InternTable<IpPrefix> prefixes = new InternTable<>();

    final InternTable<Origin> origins = new InternTable<>(new SameOrigin());
    final InternTable<EventSchema> schemas = new InternTable<>();

    private final BlockArchive archive;
    private volatile byte[][] blocks = new byte[4][];
    private int blockCount;

    /** Per frame: number of its first event, place of its first byte, instant that its times count from. */
    private volatile int[] frameEvents = new int[64];
    private volatile long[] framePlaces = new long[64];
    private volatile long[] frameTimes = new long[64];
    private int frameCount;
    private int size;

    /** A trace in memory. */
    TraceStore(List<String> nodeNames) {
        this(nodeNames, BlockArchive.MEMORY);
    }

    TraceStore(List<String> nodeNames, BlockArchive archive) {
        this.nodeNames = List.copyOf(nodeNames);
        this.archive = archive;
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    /** The next event is complete. */
    void publish() {
        SIZE.setRelease(this, size + 1);
    }

    /** @param usedInLastBlock bytes of the block before that are used */
    byte[] addBlock(int usedInLastBlock) {
        finishBlock(usedInLastBlock);
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blockCount);
        }
        byte[] block = new byte[Layout.BLOCK_BYTES];
        blocks[blockCount++] = block;
        return block;
    }

    /** The last block gets no more events. */
    void finishBlock(int usedBytes) {
        if (blockCount > 0 && archive.keepsBlocks() && blocks[blockCount - 1] != null) {
            archive.filled(this, blockCount - 1, usedBytes);
            // Who finds it gone finds it in the archive.
            blocks[blockCount - 1] = null;
        }
    }

    byte[] block(int number) {
        byte[] inMemory = number < blocks.length ? blocks[number] : null;
        return inMemory != null ? inMemory : archive.block(number);
    }

    int blockCount() {
        return blockCount;
    }

    int frameCount() {
        return frameCount;
    }

    /** Takes the frames of a block that is in the archive. */
    void addArchivedBlock(int[] events, int[] offsets, long[] times, int sizeBehind) {
        blockCount++;
        for (int index = 0; index < events.length; index++) {
            size = events[index];
            addFrame(offsets[index], times[index]);
        }
        size = sizeBehind;
    }

    /** Starts a frame at an offset of the last block; answers its number. */
    int addFrame(int offset, long timeNanos) {
        if (frameCount == frameEvents.length) {
            frameEvents = Arrays.copyOf(frameEvents, 2 * frameCount);
            framePlaces = Arrays.copyOf(framePlaces, 2 * frameCount);
            frameTimes = Arrays.copyOf(frameTimes, 2 * frameCount);
        }
        frameEvents[frameCount] = size;
        framePlaces[frameCount] = (long) (blockCount - 1) << Layout.BLOCK_BITS | offset;
        frameTimes[frameCount] = timeNanos;
        return frameCount++;
    }

    /** The frame that holds an event. */
    int frameOf(int event) {
        // The frames after the last published event may be in the making: their entries are never the answer.
        int low = 0;
        int high = Math.min(event, frameEvents.length - 1);
        int[] firsts = frameEvents;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (middle > 0 && firsts[middle] == 0 || firsts[middle] > event) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** First event of a frame, or the largest number when there is no such frame yet. */
    int firstEvent(int frame) {
        int[] firsts = frameEvents;
        return frame >= firsts.length || frame > 0 && firsts[frame] == 0 ? Integer.MAX_VALUE : firsts[frame];
    }

    long framePlace(int frame) {
        return framePlaces[frame];
    }

    long frameTime(int frame) {
        return frameTimes[frame];
    }

    /** All memory that grows with the events: blocks as far as they are used, the index of frames, the tables. */
    long bytes(int usedInLastBlock) {
        long tables = 0;
        for (int number = 1; number <= texts.size(); number++) {
            tables += 2L * texts.object(number).length() + Long.BYTES;
        }
        tables += (addresses.size() + prefixes.size() + origins.size() + schemas.size()) * 16L;
        long full = (blockCount == 0 || archive.keepsBlocks() ? 0 : blockCount - 1) * (long) Layout.BLOCK_BYTES;
        return full + usedInLastBlock + frameCount * (Integer.BYTES + 2L * Long.BYTES) + tables;
    }
}
