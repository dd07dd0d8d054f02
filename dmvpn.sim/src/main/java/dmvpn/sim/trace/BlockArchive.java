package dmvpn.sim.trace;

/** Where the blocks of a trace are once they are filled: in memory, or in a file. */
interface BlockArchive {

    /** Blocks stay where they were filled. */
    BlockArchive MEMORY = new BlockArchive() {
        @Override
        public boolean keepsBlocks() {
            return false;
        }

        @Override
        public void filled(TraceStore store, int number, int usedBytes) {
            // the store has it
        }

        @Override
        public byte[] block(int number) {
            throw new IllegalStateException("Block " + number + " is in memory");
        }
    };

    /** True when the store may forget a block once it is filled. */
    boolean keepsBlocks();

    /**
     * The last block of a store gets no more events. What its events refer to is in the tables of the store.
     *
     * @param number its number, one more than that of the last call
     * @param usedBytes bytes of it that are used
     */
    void filled(TraceStore store, int number, int usedBytes);

    /** A block that was filled. May be called from any thread. */
    byte[] block(int number);
}
