// supercluster: a new index, which is what a changed filter costs it, and what a view holds at each zoom.
// usage: node supercluster.mjs [uniform] [skewed]

import Supercluster from 'supercluster';
import { inputs, measure } from './measure.mjs';
import { million, towns } from './scatter.mjs';

const WORLD = 2 ** 32;
const MAX_ZOOM = 16;

const lngFrom = x => x / WORLD * 360 - 180;
const latFrom = y => 360 / Math.PI * Math.atan(Math.exp((1 - 2 * y / WORLD) * Math.PI)) - 90;

function featuresFrom({ x, y, kind }) {
    return Array.from(x, (_, i) => ({
        type: 'Feature',
        properties: { kind: kind[i] },
        geometry: { type: 'Point', coordinates: [lngFrom(x[i]), latFrom(y[i])] },
    }));
}

/** West, south, east and north of 1280 × 800 pixels around the largest town; `zoom` is supercluster's. */
function viewAt(zoom) {
    const [{ x, y }] = towns();
    const pixel = WORLD / (512 * 2 ** zoom);
    const within = value => Math.min(Math.max(value, 0), WORLD);
    return [lngFrom(within(x - 640 * pixel)), latFrom(within(y + 400 * pixel)),
            lngFrom(within(x + 640 * pixel)), latFrom(within(y - 400 * pixel))];
}

for (const input of inputs()) {
    const features = featuresFrom(million(input));
    let index;
    measure('supercluster', 'index', input, () => {
        index = new Supercluster({ radius: 40, extent: 512, maxZoom: MAX_ZOOM }).load(features);
    });
    for (let zoom = 0; zoom <= MAX_ZOOM; ++zoom) {
        const view = viewAt(zoom);
        // Dateline's zoom is one more, as its tiles have 256 pixels.
        measure('supercluster', `view/zoom:${zoom + 1}`, input, () => index.getClusters(view, zoom));
    }
}
