// Builds the client: fetches what package-lock.json names, checks types, runs the unit tests and makes the bundle.
//
//   node build/build.mjs [--out FOLDER] [--skip-tests]
//
// FOLDER is target/web unless it is given. Does nothing when nothing has changed since the bundle in FOLDER was made; otherwise
// FOLDER is emptied first, so that it must be new, empty or of an earlier bundle.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { notationCss } from './notation-css.mjs';

const client = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({ options: { 'out': { type: 'string' }, 'skip-tests': { type: 'boolean' }, 'tests': { type: 'boolean' } } });
const skipTests = options['skip-tests'] ?? false;
const out = resolve(options.out ?? join(client, 'target', 'web'));
const modules = join(client, 'node_modules');
const picture = join(client, '..', 'dmvpn.diagram', 'src', 'main', 'resources', 'dmvpn', 'diagram', 'svg', 'diagram.css');
const OLDEST_NODE = 18;

function stop(reason) {
    console.error(`diagram client: ${reason}`);
    process.exit(1);
}

function run(what, command, args) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: client, encoding: 'utf8', shell: process.platform === 'win32' });
    if (status !== 0) {
        process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
        stop(`${what} failed`);
    }
}

function files(folder) {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => one.name < other.name ? -1 : 1)
        .flatMap(entry => entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]);
}

function fingerprint(paths) {
    const hash = createHash('sha256');
    paths.forEach(path => hash.update(path.slice(client.length)).update('\0').update(readFileSync(path)).update('\0'));
    return hash.digest('hex');
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    stop(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}`);
}

const sources = [...files(join(client, 'src')), ...files(join(client, 'test')), ...files(join(client, 'build')),
    ...['package.json', 'package-lock.json', 'tsconfig.json'].map(name => join(client, name)), picture];
const stamp = join(out, 'bundle.stamp');
const state = fingerprint(sources);
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) {
    process.exit(0);
}

if (existsSync(out) && !(statSync(out).isDirectory() && (existsSync(stamp) || readdirSync(out).length === 0))) {
    stop(`${out} is there and has no bundle: name a new folder, or remove it`);
}

const lock = fingerprint([join(client, 'package-lock.json')]);
const installed = join(modules, '.installed');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    // No package of ours needs a script of its own to be installed.
    run('npm ci', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    writeFileSync(installed, lock);
}

run('the type check', process.execPath, [join(modules, 'typescript', 'bin', 'tsc'), '--noEmit']);
if (!skipTests) {
    run('the unit tests', process.execPath, [join(client, 'build', 'unit-tests.mjs')]);
}

const { build } = await import('esbuild');
mkdirSync(join(client, 'target'), { recursive: true });
writeFileSync(join(client, 'target', 'notation.css'), notationCss(readFileSync(picture, 'utf8')));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
    absWorkingDir: client,
    entryPoints: ['src/main.ts'],
    outfile: join(out, 'app.js'),
    bundle: true,
    minify: true,
    keepNames: true,
    target: 'es2021',
    format: 'iife',
    legalComments: 'none',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    logLevel: 'warning'
}).catch(() => stop('the bundle failed'));
copyFileSync(join(client, 'src', 'index.html'), join(out, 'index.html'));
writeFileSync(stamp, state);
