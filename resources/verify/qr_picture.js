// Finds a QR code in a picture, upright or turned, for browsers that cannot do so themselves.

// What is dark: by one threshold for the whole picture, or by the surroundings of each dot.
function darkByAll(grey) {
  const counts = new Array(256).fill(0);
  for (const each of grey) counts[each] += 1;
  const total = grey.length, sum = counts.reduce((all, count, value) => all + count * value, 0);
  let below = 0, sumBelow = 0, best = 0, threshold = 128;
  counts.forEach((count, value) => {
    below += count;
    sumBelow += count * value;
    if (!below || below === total) return;
    const apart = sumBelow / below - (sum - sumBelow) / (total - below);
    const weight = below * (total - below) * apart * apart;
    if (weight > best) { best = weight; threshold = value; }
  });
  return grey.map((each) => (each <= threshold ? 1 : 0));
}

function darkBySurroundings(grey, width, height) {
  const sums = new Float64Array((width + 1) * (height + 1)), reach = Math.max(12, Math.min(width, height) >> 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0, row = 0; x < width; x += 1) {
      row += grey[y * width + x];
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  return grey.map((each, at) => {
    const x = at % width, y = Math.floor(at / width);
    const left = Math.max(0, x - reach), right = Math.min(width, x + reach + 1);
    const top = (width + 1) * Math.max(0, y - reach), bottom = (width + 1) * Math.min(height, y + reach + 1);
    const area = (right - left) * (bottom - top) / (width + 1);
    const mean = (sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left]) / area;
    return each < mean - 6 ? 1 : 0;
  });
}

// The runs of a finder are as 1 : 1 : 3 : 1 : 1.
function isFinder(runs) {
  const dot = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7;
  return dot >= 1.4 && Math.abs(runs[2] - 3 * dot) < 1.6 * dot
    && Math.abs(runs[0] - dot) < 0.8 * dot && Math.abs(runs[1] - dot) < 0.8 * dot
    && Math.abs(runs[3] - dot) < 0.8 * dot && Math.abs(runs[4] - dot) < 0.8 * dot;
}

// The runs through a place in the dark, and the middle of it; null where there is no finder.
function across(dark, start, step, steps, limit) {
  const run = (from, direction, colour) => {
    let count = 0;
    for (let at = from; at >= 0 && at < steps && dark[start + at * step] === colour && count < limit; at += direction)
      count += 1;
    return count;
  };
  return (place) => {
    const up = run(place, -1, 1), down = run(place + 1, 1, 1);
    const light = [run(place - up, -1, 0), run(place + 1 + down, 1, 0)];
    const ends = [run(place - up - light[0], -1, 1), run(place + 1 + down + light[1], 1, 1)];
    const runs = [ends[0], light[0], up + down, light[1], ends[1]];
    return isFinder(runs) ? { middle: place + (down - up + 1) / 2, dot: runs.reduce((a, b) => a + b) / 7 } : null;
  };
}

function finders(dark, width, height) {
  const found = [];
  const seen = (x, y) => {
    const limit = Math.max(width, height);
    const down = across(dark, x, width, height, limit)(y);
    if (!down) return;
    const row = Math.floor(down.middle), level = across(dark, row * width, 1, width, limit)(x);
    if (!level || Math.max(down.dot, level.dot) > 1.7 * Math.min(down.dot, level.dot)) return;
    const here = { x: level.middle, y: down.middle, dot: (down.dot + level.dot) / 2, times: 1 };
    const near = found.find((each) => Math.hypot(each.x - here.x, each.y - here.y) < 2 * each.dot);
    if (!near) {
      if (found.length < 500) found.push(here); // more there are in noise only
      return;
    }
    for (const name of ['x', 'y', 'dot']) near[name] = (near[name] * near.times + here[name]) / (near.times + 1);
    near.times += 1;
  };
  for (let y = 0; y < height; y += 1) {
    const runs = [0, 0, 0, 0, 0];
    let colour = 0;
    for (let x = 0; x <= width; x += 1) {
      const now = x < width ? dark[y * width + x] : 0;
      if (now === colour) { runs[4] += 1; continue; }
      if (colour && isFinder(runs)) seen(Math.floor(x - runs[4] - runs[3] - runs[2] / 2), y);
      runs.copyWithin(0, 1);
      runs[4] = 1;
      colour = now;
    }
  }
  return found.filter((each) => each.times > 1).sort((a, b) => b.times - a.times).slice(0, 12);
}

// Three finders that may belong together, the likeliest first: corner, right and below of it.
function corners(places) {
  const found = [];
  const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  for (const corner of places) for (const right of places) for (const below of places) {
    if (new Set([corner, right, below]).size < 3) continue;
    const turn = (right.x - corner.x) * (below.y - corner.y) - (right.y - corner.y) * (below.x - corner.x);
    const wide = distance(corner, right), high = distance(corner, below), far = distance(right, below);
    const dots = [corner.dot, right.dot, below.dot];
    if (turn <= 0 || Math.max(...dots) > 1.6 * Math.min(...dots) || Math.min(wide, high) < 8 * Math.max(...dots)) continue;
    const off = Math.abs(wide - high) / Math.max(wide, high) + Math.abs(far / Math.hypot(wide, high) - 1);
    // Dots were measured along the rows and columns of the picture, which cross a turned one aslant.
    const aslant = Math.max(Math.abs(right.x - corner.x), Math.abs(right.y - corner.y)) / wide;
    const dot = aslant * (dots[0] + dots[1] + dots[2]) / 3;
    // The dark middle is three dots high, and a row through any of it sees the runs of a finder.
    const seldom = 0.3 / (0.3 + Math.min(...[corner, right, below].map((each) => each.times / each.dot)));
    if (off < 0.5) found.push({ corner, right, below, off: off + seldom, dots: (wide + high) / 2 / dot });
  }
  return found.sort((a, b) => a.off - b.off).slice(0, 8);
}

// From dots of the code to places in the picture, by four places that are known in both.
function projection(from, to) {
  const rows = from.flatMap(([x, y], at) => {
    const [u, v] = to[at];
    return [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]];
  });
  for (let at = 0; at < 8; at += 1) {
    const pivot = rows.slice(at).reduce((best, row) => (Math.abs(row[at]) > Math.abs(best[at]) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot.map((each) => each / pivot[at]));
    rows.forEach((row, other) => {
      if (other !== at && row[at]) rows[other] = row.map((each, i) => each - row[at] * rows[at][i]);
    });
  }
  const [a, b, c, d, e, f, g, h] = rows.map((row) => row[8]);
  return (x, y) => [(a * x + b * y + c) / (g * x + h * y + 1), (d * x + e * y + f) / (g * x + h * y + 1)];
}

// Where the fourth corner is: as in a parallelogram, or further away where dots look smaller.
function fourthCorner({ corner, right, below }, isSlanted) {
  const weight = (finder) => (isSlanted ? (corner.dot / finder.dot) ** (2 / 3) : 1);
  const r = weight(right), b = weight(below);
  return ['x', 'y'].map((name) => (r * right[name] + b * below[name] - corner[name]) / (r + b - 1));
}

// Between the finders run lines of dots in turn dark and light: nearly so, if this is a code.
function hasClock(place, size, darkAt) {
  let fit = 0;
  for (let at = 8; at < 14; at += 1)
    for (const along of [at, size - 1 - at])
      for (const [x, y] of [[along, 6], [6, along]])
        fit += darkAt(...place(x + 0.5, y + 0.5)) === 1 - along % 2 ? 1 : 0;
  return fit >= 17; // of 24
}

function readAt({ corner, right, below }, fourth, version, darkAt) {
  const size = version * 4 + 17, far = size - 3.5;
  const from = [[3.5, 3.5], [far, 3.5], [3.5, far]], to = [corner, right, below].map(({ x, y }) => [x, y]);
  const flat = projection([...from, [far, far]], [...to, fourth]);
  if (!hasClock(flat, size, darkAt)) refuse();
  let place = flat;
  if (version > 1) {
    // The small pattern near the fourth corner tells how the code is slanted.
    const reach = Math.min(16, Math.floor(size / 5));
    let best = 22;
    for (let dy = -reach; dy <= reach; dy += 0.5) for (let dx = -reach; dx <= reach; dx += 0.5) {
      let fit = 0;
      for (let y = -2; y <= 2; y += 1) for (let x = -2; x <= 2; x += 1) {
        const wanted = Math.max(Math.abs(x), Math.abs(y)) === 1 ? 0 : 1;
        fit += darkAt(...flat(size - 6.5 + dx + x, size - 6.5 + dy + y)) === wanted ? 1 : 0;
      }
      const score = fit - Math.hypot(dx, dy) / 20;
      if (score > best) {
        best = score;
        place = projection([...from, [size - 6.5, size - 6.5]], [...to, flat(size - 6.5 + dx, size - 6.5 + dy)]);
      }
    }
  }
  return readDots((x, y) => darkAt(...place(x + 0.5, y + 0.5)), version);
}

// Returns the text of a QR code in grey dots, or null.
function textInPicture(grey, width, height) {
  for (const threshold of [darkByAll, darkBySurroundings]) {
    const dark = threshold(grey, width, height);
    const darkAt = (x, y) => dark[Math.floor(y) * width + Math.floor(x)] ?? 0;
    for (const three of corners(finders(dark, width, height))) {
      const likely = Math.round((three.dots + 7 - 17) / 4);
      for (const version of [likely, likely - 1, likely + 1, likely - 2, likely + 2]) {
        if (version < 1 || version > 40) continue;
        for (const isSlanted of [false, true])
          try { return readAt(three, fourthCorner(three, isSlanted), version, darkAt); } catch { /* not so */ }
      }
    }
  }
  return null;
}

// Returns the text of a QR code in anything that can be drawn, or null.
function textInDrawing(drawing, width, height, sizes) {
  for (const size of sizes) {
    const scale = size / Math.max(width, height);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(drawing, 0, 0, canvas.width, canvas.height);
    const { data: dots } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8Array(canvas.width * canvas.height);
    for (let at = 0; at < grey.length; at += 1)
      grey[at] = (dots[4 * at] * 77 + dots[4 * at + 1] * 151 + dots[4 * at + 2] * 28) >> 8;
    const found = textInPicture(grey, canvas.width, canvas.height);
    if (found !== null) return found;
  }
  return null;
}
