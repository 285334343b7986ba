// What the programs of this folder share: the input they are told to take, and one line of JSON per figure.

import { readFileSync } from 'node:fs';
import { INPUTS } from './scatter.mjs';

const RUNS = 5;
const LONG_MS = 1000;
const SHORT_MS = 20;

/** The inputs that the command line names; both where it names none. */
export function inputs() {
    const wanted = process.argv.slice(2);
    for (const input of wanted) {
        if (!INPUTS.includes(input)) throw new Error(`${input} is neither uniform nor skewed`);
    }
    return wanted.length ? wanted : INPUTS;
}

function versionOf(peer) {
    return JSON.parse(readFileSync(new URL(`node_modules/${peer}/package.json`, import.meta.url))).version;
}

/** The time that passed, or the processor's where that is less: other programs of a busy machine do not count. */
function msOf(action, repeats) {
    const begin = performance.now();
    const usage = process.cpuUsage();
    for (let i = 0; i < repeats; ++i) action();
    const { user, system } = process.cpuUsage(usage);
    return Math.min(performance.now() - begin, (user + system) / 1000) / repeats;
}

function repeatsFor(ms) {
    return Math.ceil(SHORT_MS / Math.max(ms, 1e-4));
}

/**
 * Runs `action` twice to be warm, then prints the least of five runs, or of three where one takes a second. An action
 * that is over in no time is repeated in each run.
 */
export function measure(peer, work, input, action) {
    const first = msOf(action, 1);
    const warm = msOf(action, repeatsFor(first));
    const repeats = repeatsFor(warm);
    const runs = warm > LONG_MS ? 3 : RUNS;
    const least = Math.min(...Array.from({ length: runs }, () => msOf(action, repeats)));
    const ms = Number(least.toPrecision(4));
    console.log(JSON.stringify({ peer, version: versionOf(peer), work, input, ms, runs }));
}
