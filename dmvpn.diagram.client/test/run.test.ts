import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, instantOf, OwnRun, Run } from '../src/run/run';
import { DrawnDiagram, placeOf } from '../src/run/run-layer';

const message = (from: string, to: string, departs: number, arrives: number) =>
    ({ from, to, cloud: 'c', protocol: 'NHRP', label: 'Registration Request', departs, arrives, sent: departs, received: arrives });
const RUN: Run = {
    number: 1, title: 'First', problem: '', end: 10, leftOut: 0,
    messages: [message('a', 'b', 1, 2), message('b', 'a', 2, 2)],
    changes: [
        { time: 0.5, from: 'a', to: 'b', cloud: 'c', value: 'keying' }, { time: 1, from: 'b', to: 'a', cloud: 'c', value: 'up' },
        { time: 1.5, from: 'a', to: 'b', cloud: 'd', value: 'keying' }, { time: 2, from: 'b', to: '', cloud: '', value: 'NHRP 1' },
        { time: 5, from: 'a', to: 'b', cloud: 'c', value: 'down' }]
};

test('a packet is where it is at the instant, and only while it is on its way', () => {
    assert.deepEqual(instantOf(RUN, 0.9).packets, []);
    assert.deepEqual(instantOf(RUN, 1.25).packets.map(packet => packet.share), [0.25]);
    assert.deepEqual(instantOf(RUN, 3).packets, []);
});

test('a packet that takes no time is seen all the same', () => {
    assert.equal(instantOf(RUN, 2.001).packets.length, 1);
});

test('a tunnel has the state of its last change, whichever end told it, and another cloud has its own', () => {
    const state = (time: number, cloud = 'c'): string | undefined => instantOf(RUN, time).tunnels.get(between('b', 'a', cloud));
    assert.deepEqual([state(1.2, 'd'), state(6, 'd')], [undefined, 'keying']);
    assert.deepEqual([state(0), state(0.7), state(1.2), state(1.7), state(6)], [undefined, 'keying', 'up', 'up', 'down']);
});

test('going back shows what was shown before', () => {
    assert.deepEqual(instantOf(RUN, 1.2), instantOf(RUN, 1.2));
    assert.equal(instantOf(RUN, 1.9).badges.size, 0);
    assert.equal(instantOf(RUN, 2).badges.get('b'), 'NHRP 1');
});

test('steps go from message to message, and stop at the ends', () => {
    const shown: { time: number; label: string }[] = [];
    const own = new OwnRun(RUN, (instant, time) => shown.push({ time, label: instant.label }), () => undefined);
    own.goTo(0);
    [true, true, true, false].forEach(forwards => own.step(forwards));
    assert.deepEqual(shown.map(each => each.time), [0, 1.5, 2.002, 10, 2.002]);
    own.goTo(1);
    own.step(false);
    assert.equal(shown.at(-1)!.time, 0);
});

test('of messages that are under way at once each is stepped to, and the chosen one is in hand', () => {
    const twins: Run = { ...RUN, messages: [{ ...message('a', 'b', 1, 2), sent: 10 }, { ...message('c', 'b', 1, 2), sent: 11 }] };
    const seen: string[] = [];
    const explained: number[] = [];
    const own = new OwnRun(twins, instant => seen.push(instant.packets.filter(packet => packet.inHand).map(packet => packet.from).join()),
        chosen => explained.push(chosen.sent));
    [true, true].forEach(forwards => own.step(forwards));
    own.step(false);
    assert.deepEqual(seen, ['a', 'c', 'a']);
    own.choose({ ...twins.messages[1] });
    assert.equal(seen.at(-1), 'c');
    assert.deepEqual(explained, [11]);
});

test('of a run that is shortened it is said up to which instant it is shown', () => {
    assert.equal(instantOf(RUN, 1).shortenedAt, undefined);
    assert.equal(instantOf({ ...RUN, leftOut: 3 }, 1).shortenedAt, 2);
});

test('a packet goes along its tunnel, against its direction on the way back, and straight where there is none', () => {
    const line = { start: { x: 0, y: 0 }, end: { x: 100, y: 0 } };
    const diagram: DrawnDiagram = {
        bounds: node => ({ a: { x: 0, y: 0, width: 10, height: 10 }, c: { x: 100, y: 0, width: 10, height: 10 } })[node],
        tunnel: (one, other, cloud) => between(one, other, cloud) === between('a', 'b', 'c') ? { line, backwards: one === 'b' } : undefined,
        tunnels: () => []
    };
    assert.deepEqual(placeOf({ ...message('a', 'b', 0, 1), share: 0.25, inHand: false }, diagram), { x: 25, y: 0 });
    assert.deepEqual(placeOf({ ...message('b', 'a', 0, 1), share: 0.25, inHand: false }, diagram), { x: 75, y: 0 });
    assert.equal(placeOf({ ...message('a', 'b', 0, 1), cloud: 'd', share: 0.5, inHand: false }, diagram), undefined, 'b has no place here');
    assert.deepEqual(placeOf({ ...message('a', 'c', 0, 1), share: 0.5, inHand: false }, diagram), { x: 55, y: 5 });
    assert.equal(placeOf({ ...message('a', 'nobody', 0, 1), share: 0.5, inHand: false }, diagram), undefined);
});
