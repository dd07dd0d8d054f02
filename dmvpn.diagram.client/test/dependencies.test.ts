import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

interface Lock {
    packages: Record<string, { version: string; dev?: boolean; resolved?: string }>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const wanted = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

test('NOTICE.md names everything that is bundled, with its version', () => {
    const notice = readFileSync(join('..', 'NOTICE.md'), 'utf8').split('\n');
    const missing = Object.entries(lock.packages).filter(([path, part]) => path !== '' && !part.dev)
        .map(([path, part]) => `| ${path.replace(/^.*node_modules\//, '')} | ${part.version} |`)
        .filter(start => !notice.some(line => line.startsWith(start)));
    assert.deepEqual(missing, []);
});

test('every version is exact, and no registry is recorded', () => {
    for (const version of Object.values({ ...wanted.dependencies, ...wanted.devDependencies })) {
        assert.match(version, /^\d+\.\d+\.\d+$/);
    }
    assert.deepEqual(Object.values(lock.packages).filter(part => part.resolved !== undefined), []);
});
