// The points of ../scatter.h, integer for integer. Run alone, it prints their checksums.

import { pathToFileURL } from 'node:url';

export const INPUTS = ['uniform', 'skewed'];
const MILLION = 1_000_000;
const CHECKSUMS = { uniform: 244089369, skewed: 3368210692 };

/** Mulberry32: the numbers of a counter, mixed. */
function numbersFrom(seed) {
    let state = seed;
    return (added = 0) => {
        state = (state + 0x6D2B79F5) | 0;
        const sum = (state + added) | 0;
        let mixed = Math.imul(sum ^ (sum >>> 15), sum | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return (mixed ^ (mixed >>> 14)) >>> 0;
    };
}

/** The 200 towns of the skewed input, the largest first. */
export function towns() {
    const next = numbersFrom(3);
    let sum = 0;
    return Array.from({ length: 200 }, (_, index) => {
        const x = next();
        const y = 2 ** 30 + (next() >>> 1);
        sum += Math.floor(1_000_000 / (index + 1));
        return { x, y, upTo: sum };
    });
}

function offset(a, b) {
    return ((a & 0xFFFF) + (a >>> 16) + (b & 0xFFFF) + (b >>> 16) - 131_070) * 4;
}

/** The column fields of `count` points. */
export function scatter(which, count) {
    const kinds = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5];
    const allTowns = towns();
    const total = allTowns.at(-1).upTo;
    const day = 24 * 60;
    const next = numbersFrom(which === 'uniform' ? 1 : 2);
    const points = {
        x: new Uint32Array(count), y: new Uint32Array(count),
        begin: new Int32Array(count), end: new Int32Array(count), kind: new Uint8Array(count),
    };
    const number = new Uint32Array(8);
    for (let i = 0; i < count; ++i) {
        for (let n = 0; n < 8; ++n) number[n] = next();
        points.x[i] = number[0];
        points.y[i] = number[1];
        if (which === 'skewed' && number[4] >>> 29 !== 0) {
            const wanted = number[5] % total;
            const town = allTowns.find(({ upTo }) => upTo > wanted);
            points.x[i] = town.x + offset(number[0], number[6]);
            points.y[i] = town.y + offset(number[1], number[7]);
        }
        points.kind[i] = kinds[number[4] & 15];
        let begin = 18_628 * day + number[2] % (1_826 * day);
        const length = number[3] >>> 2;
        if ((number[3] & 3) === 0) {
            points.end[i] = begin + 1 + length % 60;
        } else {
            begin -= begin % day;
            points.end[i] = begin + ((number[3] & 3) === 1 ? day * (1 + length % 7) : day);
        }
        points.begin[i] = begin;
    }
    return points;
}

export function checksum({ x, y, begin, end, kind }) {
    const next = numbersFrom(0);
    let sum = 0;
    for (let i = 0; i < x.length; ++i) {
        for (const field of [x[i], y[i], begin[i], end[i], kind[i]]) sum = (sum + next(field)) | 0;
    }
    return sum >>> 0;
}

/** A million points, which are those that Dateline is measured with. */
export function million(which) {
    const points = scatter(which, MILLION);
    if (checksum(points) !== CHECKSUMS[which]) throw new Error(`The ${which} points differ from those of scatter.h`);
    return points;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    for (const which of INPUTS) {
        for (const count of [1_000, MILLION]) console.log(which, count, checksum(scatter(which, count)));
    }
}
