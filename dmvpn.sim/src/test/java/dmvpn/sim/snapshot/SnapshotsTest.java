package dmvpn.sim.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {

    private enum Colour { RED, GREEN, BLUE }

    private record Pair(String name, Thing thing) {
    }

    /** Every way of keeping state that a simulation may use. */
    private static class Thing {
        private final int id;
        private boolean flag;
        private byte small;
        private short shorter;
        private char letter;
        private int number;
        private long large;
        private float ratio;
        private double exact;
        private String text = "";
        private Long boxed = 0L;
        private Colour colour = Colour.RED;
        private Thing other;
        private Optional<Thing> perhaps = Optional.empty();
        private Pair pair;
        private long[] longs = new long[3];
        private final int[] ints = new int[2];
        private final byte[] bytes = new byte[4];
        private final boolean[] flags = new boolean[2];
        private final Thing[] things = new Thing[2];
        private final List<Thing> list = new ArrayList<>();
        private final List<Integer> linked = new LinkedList<>();
        private final Deque<Thing> deque = new ArrayDeque<>();
        private final PriorityQueue<Long> queue = new PriorityQueue<>(Comparator.reverseOrder());
        private final Map<String, Thing> map = new HashMap<>();
        private final Map<Long, List<Long>> ordered = new LinkedHashMap<>();
        private final TreeMap<String, Long> sorted = new TreeMap<>(Comparator.reverseOrder());
        private final Set<Long> set = new LinkedHashSet<>();
        private final EnumMap<Colour, Thing> byColour = new EnumMap<>(Colour.class);
        private final EnumSet<Colour> colours = EnumSet.noneOf(Colour.class);
        private final BitSet bits = new BitSet();
        private final List<Thing> view = Collections.unmodifiableList(list);
        private List<Thing> fixed = List.of();
        private final Own own = new Own();
        private final IntSupplier supplier = () -> own.counted;

        private Thing(int id) {
            this.id = id;
        }

        private String describe() {
            return String.join(" ", List.of("" + id, "" + flag, "" + small, "" + shorter, "" + (int) letter, "" + number, "" + large,
                    "" + ratio, "" + exact, text, "" + boxed, "" + colour, name(other), name(perhaps.orElse(null)),
                    pair == null ? "-" : pair.name + name(pair.thing), Arrays.toString(longs), Arrays.toString(ints),
                    Arrays.toString(bytes), Arrays.toString(flags), names(Arrays.asList(things)), names(list), "" + linked,
                    names(deque), "" + new ArrayList<>(queue), names(new TreeMap<>(map).values()), "" + new TreeMap<>(map).keySet(),
                    "" + ordered, "" + sorted, "" + set, names(byColour.values()), "" + colours, "" + bits, names(view),
                    names(fixed), "" + supplier.getAsInt()));
        }

        private static String name(Thing thing) {
            return thing == null ? "-" : "#" + thing.id;
        }

        private static String names(Iterable<Thing> things) {
            StringBuilder text = new StringBuilder("[");
            things.forEach(thing -> text.append(name(thing)));
            return text.append(']').toString();
        }
    }

    /** Keeps a number of which its fields say more than is needed. */
    private static final class Own implements Stateful {
        private int counted;
        private String shown = "0";

        @Override
        public void writeState(StateOutput out) {
            out.number(counted);
        }

        @Override
        public void readState(StateInput in) {
            counted = (int) in.number();
            shown = Integer.toString(counted);
        }
    }

    /** All things that can be reached, made anew and forgotten as it goes. */
    private static final class World {
        private final List<Thing> alive = new ArrayList<>();
        private int made;

        private void change(SplittableRandom random) {
            if (alive.size() < 4 || random.nextInt(12) == 0) {
                alive.add(new Thing(made++));
            }
            Thing thing = any(random);
            switch (random.nextInt(16)) {
                case 0 -> alive.remove(random.nextInt(alive.size()));
                case 1 -> thing.number += random.nextInt(1000);
                case 2 -> thing.large = random.nextLong();
                case 3 -> thing.other = any(random);
                case 4 -> numbers(thing, random);
                case 5 -> thing.list.add(any(random));
                case 6 -> thing.map.put("key" + random.nextInt(50), any(random));
                case 7 -> thing.map.remove("key" + random.nextInt(50));
                case 8 -> thing.ordered.computeIfAbsent(random.nextLong(9), key -> new ArrayList<>()).add(random.nextLong(100));
                case 9 -> arrays(thing, random);
                case 10 -> queues(thing, random);
                case 11 -> sets(thing, random);
                case 12 -> thing.fixed = List.of(any(random), any(random));
                case 13 -> thing.pair = new Pair("pair" + random.nextInt(9), any(random));
                case 14 -> thing.list.clear();
                default -> {
                    thing.own.counted++;
                    thing.own.shown = Integer.toString(thing.own.counted);
                }
            }
        }

        private Thing any(SplittableRandom random) {
            return alive.isEmpty() ? null : alive.get(random.nextInt(alive.size()));
        }

        private static void numbers(Thing thing, SplittableRandom random) {
            thing.flag = random.nextBoolean();
            thing.small = (byte) random.nextInt();
            thing.shorter = (short) random.nextInt();
            thing.letter = (char) random.nextInt();
            thing.ratio = random.nextFloat();
            thing.exact = random.nextDouble();
            thing.text = "text" + random.nextInt();
            thing.boxed = random.nextLong();
            thing.colour = Colour.values()[random.nextInt(3)];
        }

        private void arrays(Thing thing, SplittableRandom random) {
            thing.longs[random.nextInt(thing.longs.length)] = random.nextLong();
            thing.ints[random.nextInt(2)]--;
            thing.bytes[random.nextInt(4)] = (byte) random.nextInt();
            thing.flags[random.nextInt(2)] ^= true;
            thing.things[random.nextInt(2)] = any(random);
            if (random.nextInt(5) == 0) {
                thing.longs = new long[1 + random.nextInt(6)];
            }
        }

        private void queues(Thing thing, SplittableRandom random) {
            thing.linked.add(random.nextInt());
            thing.deque.addFirst(any(random));
            thing.queue.add(random.nextLong(50));
            if (thing.queue.size() > 5) {
                thing.queue.remove();
                thing.deque.removeLast();
            }
        }

        private void sets(Thing thing, SplittableRandom random) {
            thing.set.remove(random.nextLong(9));
            thing.set.add(random.nextLong(9));
            thing.colours.add(Colour.values()[random.nextInt(3)]);
            thing.byColour.put(Colour.values()[random.nextInt(3)], any(random));
            thing.bits.flip(random.nextInt(200));
            thing.sorted.put("key" + random.nextInt(9), random.nextLong(9));
            thing.perhaps = Optional.ofNullable(any(random));
        }

        private String describe() {
            StringBuilder text = new StringBuilder().append(made);
            alive.forEach(thing -> text.append('\n').append(thing.describe()).append(thing.own.shown));
            return text.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyStateIsPutBackInAnyOrderAndRunsOnFromThere(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = new World();
        Snapshots snapshots = new Snapshots(world, type -> false);
        List<Snapshot> taken = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int move = 0; move < 400; move++) {
            for (int change = random.nextInt(20); change > 0; change--) {
                world.change(random);
            }
            if (taken.isEmpty() || random.nextInt(3) > 0) {
                expected.add(world.describe());
                taken.add(random.nextBoolean() ? snapshots.takeLasting() : snapshots.take());
                assertThat(world.describe()).as("taking one changes nothing").isEqualTo(expected.getLast());
            } else {
                int chosen = random.nextInt(taken.size());
                snapshots.putBack(taken.get(chosen));
                assertThat(world.describe()).as("seed %d, move %d, snapshot %d", seed, move, chosen)
                        .isEqualTo(expected.get(chosen));
            }
        }
        assertThat(taken).anyMatch(Snapshot::isWhole).anyMatch(snapshot -> !snapshot.isWhole());
    }

    @Test
    void objectsKeepTheirIdentity() {
        World world = new World();
        SplittableRandom random = new SplittableRandom(1);
        for (int change = 0; change < 50; change++) {
            world.change(random);
        }
        Snapshots snapshots = new Snapshots(world, type -> false);
        Snapshot before = snapshots.take();
        List<Thing> things = List.copyOf(world.alive);
        world.alive.clear();
        snapshots.putBack(before);
        assertThat(world.alive).hasSameSizeAs(things).zipSatisfy(things, (now, then) -> assertThat(now).isSameAs(then));
    }

    @Test
    void aSmallChangeMakesASmallSnapshot() {
        World world = new World();
        SplittableRandom random = new SplittableRandom(1);
        for (int change = 0; change < 5_000; change++) {
            world.change(random);
        }
        Snapshots snapshots = new Snapshots(world, type -> false);
        Snapshot whole = snapshots.takeLasting();
        world.alive.get(3).number++;
        assertThat(whole.sizeInBytes()).isGreaterThan(2_000);
        assertThat(snapshots.takeLasting().sizeInBytes()).isLessThan(40);
    }

    private static final class Shared implements Timeless {
        private int number;
    }

    private static final class Holder {
        private Shared shared = new Shared();
        private int number;
    }

    @Test
    void whatIsTimelessStaysAsItIs() {
        Holder holder = new Holder();
        Snapshots snapshots = new Snapshots(holder, type -> false);
        Snapshot before = snapshots.take();
        Shared shared = holder.shared;
        shared.number = 1;
        holder.number = 1;
        holder.shared = null;
        snapshots.putBack(before);
        assertThat(holder.shared).isSameAs(shared);
        assertThat(shared.number).isEqualTo(1);
        assertThat(holder.number).isZero();
    }

    private static final class Stream {
        private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    }

    @Test
    void whatCannotBePutBackIsRefusedByName() {
        assertThatThrownBy(() -> new Snapshots(new Stream(), type -> false).take()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("java.io.ByteArrayOutputStream");
    }
}
