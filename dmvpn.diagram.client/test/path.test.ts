import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PathQuestion, PathQuestions, ShownPath } from '../src/run/path';

function path(title: string): ShownPath {
    return { title, problem: '', arrives: true, end: 'arrives directly', steps: [], findings: [] };
}

function questions(): { asked: PathQuestion[]; shown: (string | undefined)[]; paths: PathQuestions } {
    const asked: PathQuestion[] = [];
    const shown: (string | undefined)[] = [];
    return { asked, shown, paths: new PathQuestions(question => asked.push(question), found => shown.push(found?.title)) };
}

const later = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

test('the way is asked for where the page is', () => {
    const { asked, shown, paths } = questions();
    paths.at(2, 5);
    assert.deepEqual(asked, [], 'nobody wants a way yet');
    paths.between('a', 'b');
    assert.deepEqual(asked, [{ from: 'a', to: 'b', run: 2, time: 5 }]);
    paths.take(asked[0], path('first'));
    assert.deepEqual(shown, ['first']);
});

test('while a question is open, and for a moment after, only the last of many instants is asked for', async () => {
    const { asked, shown, paths } = questions();
    paths.between('a', 'b');
    [1, 2, 3].forEach(time => paths.at(1, time));
    assert.equal(asked.length, 1);
    paths.take(asked[0], path('first'));
    assert.equal(asked.length, 1);
    await later(400);
    assert.deepEqual(asked.map(question => question.time), [0, 3]);
    paths.at(1, 4);
    await later(400);
    assert.equal(asked.length, 2, 'the second one is still open');
    paths.take(asked[1], path('second'));
    assert.deepEqual(asked.map(question => question.time), [0, 3, 4]);
    assert.deepEqual(shown, ['first', 'second']);
});

test('an answer to what is not wanted any more is not shown', () => {
    const { asked, shown, paths } = questions();
    paths.between('a', 'b');
    assert.equal(paths.end(), true);
    paths.take(asked[0], path('late'));
    assert.deepEqual(shown, [undefined]);
    assert.equal(paths.end(), false);
});
