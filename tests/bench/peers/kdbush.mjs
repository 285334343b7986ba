// kdbush: the index, what a view holds, and what is nearest to a pointer.
// usage: node kdbush.mjs [uniform] [skewed]

import KDBush from 'kdbush';
import { inputs, measure } from './measure.mjs';
import { million, towns } from './scatter.mjs';

const WORLD = 2 ** 32;
const REACH = 5; // pixels around the pointer

function indexOf({ x, y }) {
    const index = new KDBush(x.length);
    for (let i = 0; i < x.length; ++i) index.add(x[i], y[i]);
    return index.finish();
}

/**
 * The point that is nearest to a place within reach; none if there is none. kdbush itself gives all that are within
 * reach, so its tree is walked here, nearer branches first and those that are too far away not at all.
 */
function nearest({ ids, coords, nodeSize }, x, y, reach) {
    let best;
    let least = reach ** 2;
    const consider = i => {
        const distance = (coords[2 * i] - x) ** 2 + (coords[2 * i + 1] - y) ** 2;
        if (distance <= least) {
            least = distance;
            best = ids[i];
        }
    };
    const visit = (first, last, axis) => {
        if (last - first <= nodeSize) {
            for (let i = first; i <= last; ++i) consider(i);
            return;
        }
        const middle = (first + last) >> 1;
        const beyond = (axis ? y : x) - coords[2 * middle + axis];
        const below = () => visit(first, middle - 1, 1 - axis);
        const above = () => visit(middle + 1, last, 1 - axis);
        consider(middle);
        if (beyond < 0) below();
        else above();
        if (beyond ** 2 > least) return;
        if (beyond < 0) above();
        else below();
    };
    visit(0, ids.length - 1, 0);
    return best;
}

for (const input of inputs()) {
    const points = million(input);
    let index;
    measure('kdbush', 'index', input, () => { index = indexOf(points); });
    const [{ x, y }] = towns();
    for (let zoom = 2; zoom <= 16; zoom += 2) {
        const pixel = WORLD / (256 * 2 ** zoom); // as Dateline counts zooms
        measure('kdbush', `view/zoom:${zoom}`, input,
            () => index.range(x - 640 * pixel, y - 400 * pixel, x + 640 * pixel, y + 400 * pixel));
        // The pointer is in the middle of the view.
        measure('kdbush', `nearest/zoom:${zoom}`, input, () => nearest(index, x, y, REACH * pixel));
    }
}
