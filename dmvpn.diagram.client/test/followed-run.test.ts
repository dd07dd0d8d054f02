import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CursorWish, FollowedRun, ShownInstant } from '../src/run/followed-run';
import { between, Instant } from '../src/run/run';

const MESSAGE = { from: 'a', to: 'b', cloud: 'c', protocol: 'NHRP', label: 'Registration Request', departs: 1, arrives: 2, sent: 7, received: 9 };

function instant(more: Partial<ShownInstant>): ShownInstant {
    return { isFirst: false, title: 'net', end: 10, time: 1, event: 7, label: 'a NHRP Registration Request sent', element: 'a',
        messages: [MESSAGE], more: 0, changes: [], wish: 0, ...more };
}

function followed(): { run: FollowedRun; wishes: CursorWish[]; shown: { instant: Instant; time: number }[] } {
    const wishes: CursorWish[] = [];
    const shown: { instant: Instant; time: number }[] = [];
    return { run: new FollowedRun(wish => wishes.push(wish), (seen, time) => shown.push({ instant: seen, time })), wishes, shown };
}

test('what is told adds up; what is empty is as at the start; a first word forgets all', () => {
    const { run, shown } = followed();
    run.take(instant({ changes: [{ time: 0, from: 'b', to: 'a', cloud: 'c', value: 'up' }, { time: 0, from: 'a', to: '', cloud: '', value: 'NHRP 1' }] }));
    run.take(instant({ changes: [{ time: 0, from: 'b', to: '', cloud: '', value: 'NHRP 2' }] }));
    assert.equal(shown.at(-1)!.instant.tunnels.get(between('a', 'b', 'c')), 'up');
    assert.deepEqual([...shown.at(-1)!.instant.badges.values()], ['NHRP 1', 'NHRP 2']);
    run.take(instant({ changes: [{ time: 0, from: 'a', to: 'b', cloud: 'c', value: '' }] }));
    assert.equal(shown.at(-1)!.instant.tunnels.size, 0);
    run.take(instant({ isFirst: true }));
    assert.equal(shown.at(-1)!.instant.badges.size, 0);
});

test('the packet of the event is in hand where the event is; others are on their way', () => {
    const { run, shown } = followed();
    const share = (): (number | boolean)[][] => shown.at(-1)!.instant.packets.map(packet => [packet.share, packet.inHand]);
    run.take(instant({}));
    assert.deepEqual(share(), [[0, true]]);
    run.take(instant({ event: 8, time: 1.5 }));
    assert.deepEqual(share(), [[0.5, false]]);
    run.take(instant({ event: 9, time: 2 }));
    assert.deepEqual(share(), [[1, true]]);
});

test('a slider that is dragged sends the first and the last of many wishes, and shows its own time meanwhile', async () => {
    const { run, wishes, shown } = followed();
    run.take(instant({}));
    [1.1, 1.2, 1.3, 1.4].forEach(time => run.goTo(time));
    assert.deepEqual(wishes.map(wish => wish.time), [1.1]);
    assert.equal(shown.at(-1)!.time, 1.4);
    run.take(instant({ wish: 1, time: 1.1 }));
    assert.equal(shown.at(-1)!.time, 1.4, 'the cursor does not jump back to an older wish');
    await new Promise(resolve => setTimeout(resolve, 150));
    assert.deepEqual(wishes.map(wish => [wish.number, wish.kind, wish.time]), [[1, 'TIME', 1.1], [2, 'TIME', 1.4]]);
    run.take(instant({ wish: 2, time: 1.4 }));
    assert.equal(shown.at(-1)!.time, 1.4);
    run.take(instant({ wish: 2, time: 5, event: 20, messages: [] }));
    assert.equal(shown.at(-1)!.time, 5, 'somebody else moved the cursor');
});

test('a packet that is chosen, and steps from message to message, are wishes for events', () => {
    const { run, wishes } = followed();
    run.choose(MESSAGE);
    assert.deepEqual([wishes[0].kind, wishes[0].event], ['EVENT', 7]);
    const next = followed();
    next.run.step(true);
    assert.equal(next.wishes[0].kind, 'NEXT');
});
