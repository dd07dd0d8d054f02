import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpChannel } from '../src/connection/http-channel';
import { BridgeChannel, Bridge } from '../src/connection/bridge-channel';
import { neighbour } from '../src/diagram/neighbours';
import { RememberedDrawings } from '../src/diagram/remembered-drawings';
import { matching } from '../src/ui/chooser';
import { hidingRules } from '../src/ui/layers';
import { fitting, isAllSeen } from '../src/ui/overview';

class Events extends EventTarget {
    closed = false;

    close(): void {
        this.closed = true;
    }

    text(data: string): void {
        this.dispatchEvent(Object.assign(new Event('message'), { data }));
    }
}

function httpChannel(): { channel: HttpChannel; events: Events; posts: string[]; answer: (ok: boolean) => Promise<void> } {
    const events = new Events();
    const posts: string[] = [];
    let pending: ((answer: { ok: boolean; status: number }) => void) | undefined;
    const channel = new HttpChannel('page 1', {
        openEvents: address => {
            assert.equal(address, 'events?client=page%201');
            return events as unknown as EventSource;
        },
        post: (_address, body) => {
            posts.push(body);
            return new Promise(resolve => pending = resolve);
        }
    });
    return { channel, events, posts, answer: async ok => {
        pending?.({ ok, status: ok ? 204 : 403 });
        await new Promise(resolve => setImmediate(resolve));
    } };
}

test('what is sent before the server listens waits, and what is sent meanwhile goes together with the next', async () => {
    const { channel, events, posts, answer } = httpChannel();
    channel.send('{"a":1}');
    assert.deepEqual(posts, []);
    events.dispatchEvent(new Event('open'));
    channel.send('{"a":2}');
    channel.send('{"a":3}');
    await answer(true);
    assert.deepEqual(posts, ['[{"a":1}]', '[{"a":2},{"a":3}]']);
});

test('texts that come before somebody listens are not lost', () => {
    const { channel, events } = httpChannel();
    const heard: string[] = [];
    events.text('first');
    channel.onText(text => heard.push(text));
    events.text('second');
    assert.deepEqual(heard, ['first', 'second']);
});

test('a server that is gone, refuses or was started again closes the channel once', async () => {
    for (const end of [
        async (made: ReturnType<typeof httpChannel>) => { made.events.dispatchEvent(new Event('error')); },
        async (made: ReturnType<typeof httpChannel>) => { made.events.dispatchEvent(new Event('open')); },
        async (made: ReturnType<typeof httpChannel>) => { made.channel.send('x'); await made.answer(false); }
    ]) {
        const made = httpChannel();
        const reasons: string[] = [];
        made.channel.onClosed(reason => reasons.push(reason));
        made.events.dispatchEvent(new Event('open'));
        await end(made);
        await end(made);
        assert.equal(reasons.length, 1);
        assert.ok(made.events.closed);
    }
});

test('the channel in the IDE waits for the function that the IDE defines', async () => {
    const bridge: Bridge = {};
    const sent: string[] = [];
    const opening = BridgeChannel.open(bridge);
    bridge.dmvpnSend = text => sent.push(text);
    const channel = await opening;
    bridge.dmvpnReceive?.('early');
    const heard: string[] = [];
    channel.onText(text => heard.push(text));
    channel.send('hello');
    assert.deepEqual([sent, heard], [['hello'], ['early']]);
});

test('the next element in a direction is ahead rather than aside', () => {
    const at = (name: string, x: number, y: number) => ({ name, bounds: { x, y, width: 10, height: 10 } });
    const middle = at('middle', 0, 0);
    const boxes = [middle, at('right', 50, 5), at('far right', 90, 0), at('below', 10, 60), at('left', -40, 0)];
    const next = (direction: 'left' | 'right' | 'up' | 'down'): string | undefined => neighbour(boxes, middle, direction)?.name;
    assert.deepEqual([next('right'), next('left'), next('down'), next('up')], ['right', 'left', 'below', undefined]);
});

test('search finds by each word, names that begin so first', () => {
    const choice = (label: string, detail = ''): { label: string; detail: string; choose: () => void } =>
        ({ label, detail, choose: () => undefined });
    const choices = [choice('Old Branch'), choice('Branch', 'spoke 10.1.0.1'), choice('HQ', 'hub of Branch')];
    assert.deepEqual(matching(choices, 'branch').map(found => found.label), ['Branch', 'Old Branch', 'HQ']);
    assert.deepEqual(matching(choices, 'branch 10.1').map(found => found.label), ['Branch']);
    assert.equal(matching(choices, '').length, 3);
});

test('no name of a model ends the selector that hides it', () => {
    assert.equal(hidingRules(new Set(), new Set(['sprotty_cloud:a"]{}\\'])),
        '#sprotty [id="sprotty_cloud:a\\"]{}\\\\"]{display:none}');
    assert.match(hidingRules(new Set(['underlay']), new Set()), /^#sprotty \.sprotty-edge\.wan\{display:none\}/);
});

test('the overview shows all nodes, in the middle', () => {
    const { scale, origin } = fitting([{ kind: 'hub', bounds: { x: 100, y: 100, width: 1000, height: 100 } }], 116, 116);
    assert.equal(scale, 0.1);
    assert.equal(origin.x + 116 / scale / 2, 600);
    assert.equal(origin.y + 116 / scale / 2, 150);
});

test('an overview is needed when something is out of sight', () => {
    const nodes = [{ kind: 'hub', bounds: { x: 0, y: 0, width: 100, height: 100 } }];
    const seen = { scroll: { x: 0, y: 0 }, zoom: 2, width: 200, height: 200 };
    assert.ok(isAllSeen(nodes, seen));
    assert.ok(!isAllSeen(nodes, { ...seen, zoom: 2.1 }));
    assert.ok(!isAllSeen(nodes, { ...seen, scroll: { x: 1, y: 0 } }));
});

test('a drawing is made again when something that it shows has changed, and not otherwise', () => {
    const drawings = new RememberedDrawings();
    let made = 0;
    const draw = () => ({ sel: String(++made), children: [] }) as never;
    const model = {};
    const first = drawings.of('a', 'main', { key: 'k', model, name: 'n' }, draw);
    const again = drawings.of('a', 'main', { key: 'k', model, name: 'n' }, draw);
    assert.equal(again.children, first.children);
    assert.notEqual(again, first);
    assert.equal(made, 1);
    drawings.of('a', 'main', { key: 'k2', model, name: 'n' }, draw);
    drawings.of('a', 'main', { key: 'k2', model: {}, name: 'n' }, draw);
    drawings.of('a', 'hidden', { key: 'k2', model: {}, name: 'n' }, draw);
    assert.equal(made, 4);
});
