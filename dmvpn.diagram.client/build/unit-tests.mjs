// Runs the unit tests with Node's own runner: TypeScript becomes JavaScript first, one file for each test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(client, 'target', 'unit-tests');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const tests = readdirSync(join(client, 'test')).filter(name => name.endsWith('.test.ts')).sort();
await build({
    absWorkingDir: client,
    entryPoints: tests.map(name => join('test', name)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    loader: { '.ttf': 'empty', '.css': 'empty' },
    logLevel: 'warning'
});
const { status } = spawnSync(process.execPath, ['--test', ...tests.map(name => join(out, name.replace('.ts', '.cjs')))],
    { stdio: 'inherit', cwd: client });
process.exit(status ?? 1);
