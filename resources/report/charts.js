// SPDX-License-Identifier: GPL-2.0-or-later
"use strict";

(() => {
  const texts = JSON.parse(document.getElementById("texts").textContent);

  const INK = "#1c2430";
  const SOFT = "#56606e";
  const RULE = "#e4e8ed";
  const ACCENT = "#0b5a8f";
  const FONT = '13px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
  // More ranges than this hide one another, so they start switched off.
  const MOST_RANGES = 8;
  // A4 less margins of 15 mm, in CSS pixels.
  const PRINT_WIDTH = 680;

  const charts = [];

  const rgb = (colour) => `rgb(${colour.join(",")})`;
  const rgba = (colour, alpha) => `rgba(${colour.join(",")},${alpha})`;
  const isPale = ([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue > 175;
  const finite = (value) => value !== null && value !== undefined;

  const SUPERSCRIPTS = { "-": "\u207b", 0: "\u2070", 1: "\u00b9", 2: "\u00b2", 3: "\u00b3", 4: "\u2074", 5: "\u2075", 6: "\u2076", 7: "\u2077", 8: "\u2078", 9: "\u2079" };

  /** Write a number: so many digits, thousands apart, powers of ten where it is very large or small. */
  function plain(value, digits = 4) {
    return minus(inEnglish(value, digits).replace(/[.,]/g, (sign) => (sign === "." ? texts.decimalPoint : texts.thousandsSeparator)));
  }

  function inEnglish(value, digits) {
    const size = Math.abs(value);
    if (size !== 0 && (size >= 1e9 || size < 1e-4)) {
      const [factor, power] = value.toExponential(digits - 1).split("e");
      const ten = `10${[...power.replace("+", "")].map((sign) => SUPERSCRIPTS[sign]).join("")}`;
      return Number(factor) === 1 ? ten : `${Number(factor)} \u00d7 ${ten}`;
    }
    if (size < 1000) return String(Number(value.toPrecision(digits)));
    return value.toLocaleString("en-GB", { maximumFractionDigits: Math.max(0, digits - 1 - orderOf(size)) });
  }

  const minus = (text) => text.replace("-", "\u2212");

  const orderOf = (size) => Math.floor(Math.log10(size) + 1e-9);

  /** Write the values along an axis, with as many digits as tell them apart. */
  function ticks(plot, splits) {
    const values = splits.filter(finite);
    const step = Math.abs(values[1] - values[0]);
    const largest = Math.max(...values.map(Math.abs));
    // One more than the order of the step asks for, as steps may be 2.5.
    const digits = step > 0 ? Math.min(15, orderOf(largest) - orderOf(step) + 2) : 4;
    return splits.map((value) => (finite(value) ? plain(value, Math.max(4, digits)) : ""));
  }

  function axis(label, more) {
    return Object.assign({
      label, labelFont: FONT, font: FONT, stroke: SOFT, labelSize: 24, labelGap: 0, gap: 5, size: 30,
      grid: { stroke: RULE, width: 1 }, ticks: { stroke: RULE, width: 1, size: 5 },
    }, more);
  }

  const yAxis = (label, more) => axis(label, Object.assign({
    size: (plot, values) => 16 + 7 * Math.max(2, ...(values || []).map((value) => (value ? value.length : 0))),
    values: ticks,
  }, more));

  // Whole numbers only; widely spaced where there is little room.
  const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

  function padded(plot, low, high) {
    if (low === null) return [0, 1];
    const bottom = Math.min(0, low);
    return [bottom < 0 ? bottom * 1.05 : 0, Math.max(high, bottom + 1e-9) * 1.05];
  }

  const decadeBelow = (value) => Math.pow(10, orderOf(value));

  const wholeDecades = (plot, low, high) => (low === null ? [1, 10] : [
    decadeBelow(low),
    Math.pow(10, Math.max(Math.ceil(Math.log10(high)), orderOf(low) + 1)),
  ]);

  /** Return a place for zero, which a logarithmic axis does not have: a decade below one and all other values. */
  const placeOfZero = (values) => decadeBelow(Math.min(1, ...values.filter((value) => value > 0))) / 10;

  /** Describe an axis with a label for every decade, or for every second, third ... where there are many. */
  const decades = (zero) => ({
    splits: (plot, index, low, high) => {
      const [first, last] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
      const step = Math.ceil((last - first) / 5);
      const places = [];
      for (let power = first; power <= last; power += step) places.push(Math.pow(10, power));
      return places;
    },
    filter: (plot, splits) => splits,
    values: (plot, splits) => splits.map((value, index) => (index === 0 && finite(zero) ? "0" : plain(value))),
  });

  function rangeOfX(positions) {
    const first = positions[0];
    const last = positions[positions.length - 1];
    return last > first ? [first, last] : [first - 1, first + 1];
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function button(text, onClick) {
    const made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", onClick);
    return made;
  }

  /** Draw a chart in a figure; its height follows its width between the two bounds. */
  function draw(figure, options, values, [least, most]) {
    const place = figure.querySelector(".plot");
    const size = (width) => ({ width, height: Math.round(Math.max(least, Math.min(most, width * 0.42))) });
    const plot = new uPlot(Object.assign({
      legend: { show: false },
      padding: [12, 14, 0, 0],
    }, size(place.clientWidth), options), values, place);
    charts.push({ plot, place, size });
    return plot;
  }

  function fit(chart, width) {
    if (width > 0 && width !== chart.plot.width) chart.plot.setSize(chart.size(width));
  }

  /** Draw curves over the bands, with a button for each to switch it on and off. */
  function drawSpectra(figure, { axis: { positions, names, title }, quantity, fromZero, curves }) {
    const series = [{}];
    const values = [positions];
    const bands = [];
    const isolated = (plot, index) => {
      const drawn = values[index].filter(finite).length;
      return drawn > 0 && drawn < 12;
    };
    const add = (column, options) => {
      values.push(column);
      series.push(Object.assign({ points: { show: isolated, size: 6 }, spanGaps: false }, options));
      return series.length - 1;
    };
    const silent = { points: { show: false }, cursor: { show: false } };

    curves.forEach((curve) => {
      curve.range = [];
      if (curve.low && curve.high) {
        const edge = Object.assign({ stroke: "transparent", width: 0 }, silent);
        curve.range = [add(curve.high, edge), add(curve.low, edge)];
        bands.push({ series: curve.range, fill: rgba(curve.colour, 0.18) });
      }
    });
    curves.forEach((curve) => {
      curve.lines = [];
      // Pale colours get a dark border, or they would be lost on white.
      if (isPale(curve.colour)) {
        curve.lines.push(add(curve.values, Object.assign({ stroke: "#6b7480", width: 3.5 }, silent)));
      }
      curve.main = add(curve.values, { stroke: rgb(curve.colour), width: 2 });
      curve.lines.push(curve.main);
    });
    const readout = element("p", "readout");
    const controls = element("div", "controls");
    const list = element("div", "curves");
    figure.querySelector(".legend").append(readout, controls, list);
    const hasRanges = bands.length > 0;
    let rangesOn = hasRanges && curves.length <= MOST_RANGES;

    const plot = draw(figure, {
      scales: { x: { time: false, range: (u, low, high) => (low < high ? [low, high] : rangeOfX(positions)) }, y: fromZero ? { range: padded } : {} },
      axes: [axis(title, { space: 70, incrs: WHOLE, values: (u, splits) => splits.map(String) }), yAxis(quantity)],
      series,
      bands,
      cursor: { y: false, points: { size: 7 }, focus: { prox: -1 } },
      focus: { alpha: 0.12 },
      hooks: { setCursor: [(u) => report(u.cursor.idx)] },
    }, values, [260, 400]);

    function report(index) {
      const known = finite(index) && finite(names[index]);
      readout.textContent = known ? names[index] : texts.hint;
      curves.forEach((curve) => {
        const value = known && curve.isOn ? curve.values[index] : null;
        curve.readout.textContent = finite(value) ? plain(value) : "";
      });
    }

    function show(curve, shown) {
      curve.isOn = shown;
      curve.lines.forEach((index) => plot.setSeries(index, { show: shown }));
      curve.range.forEach((index) => plot.setSeries(index, { show: shown && rangesOn }));
      curve.button.setAttribute("aria-pressed", String(shown));
    }

    function showAll(shown) {
      plot.batch(() => curves.forEach((curve) => show(curve, shown(curve))));
    }

    curves.forEach((curve) => {
      curve.button = button("", () => plot.batch(() => show(curve, !curve.isOn)));
      const key = element("span", "key");
      key.style.background = rgb(curve.colour);
      curve.readout = element("span", "value");
      curve.button.append(key, element("span", "", curve.label), curve.readout);
      curve.button.addEventListener("pointerenter", () => curve.isOn && plot.setSeries(curve.main, { focus: true }));
      curve.button.addEventListener("pointerleave", () => plot.setSeries(null, { focus: true }));
      list.append(curve.button);
    });
    if (curves.length > 1) {
      controls.append(button(texts.showAll, () => showAll(() => true)), button(texts.hideAll, () => showAll(() => false)));
    }
    if (hasRanges) {
      const ranges = button(texts.ranges, () => {
        rangesOn = !rangesOn;
        ranges.setAttribute("aria-pressed", String(rangesOn));
        showAll((curve) => curve.isOn);
      });
      ranges.setAttribute("aria-pressed", String(rangesOn));
      controls.append(ranges);
    }
    showAll((curve) => curve.shown);
    report(null);
  }

  /** Draw values that are counted, such as one for each iteration. */
  function drawSequence(figure, { values, countedAs, logarithmic, unit, digits, kept, first, marked }) {
    const places = values.map((value, index) => index + first);
    const line = finite(marked) ? marked : kept ? kept + 0.5 : null;
    const readout = element("p", "readout");
    figure.querySelector(".legend").append(readout);
    const report = (index) => {
      const place = finite(index) ? index : finite(marked) ? marked - first : (kept || values.length) - 1;
      const value = finite(values[place]) ? `${plain(values[place], digits)}${unit}` : texts.notKnown;
      readout.textContent = `${countedAs} ${places[place]}: ${value}`;
    };
    report(null);
    const zero = logarithmic && values.includes(0) ? placeOfZero(values) : null;
    const drawn = logarithmic ? values.map((value) => (value > 0 ? value : value === 0 ? zero : null)) : values;
    const dots = { show: values.length <= 60, size: 5, fill: ACCENT };
    const series = [{}, { stroke: ACCENT, width: 2, points: dots }];
    const columns = [places, drawn];
    if (finite(zero)) {
      series.push({ stroke: ACCENT, paths: () => null, points: { show: true, size: 9, width: 2, fill: "#fff" } });
      columns.push(values.map((value) => (value === 0 ? zero : null)));
    }
    draw(figure, {
      scales: {
        // A little more where the dashed line stands after the last value.
        x: { time: false, range: (u, low, high) => (low < high ? [low, high === kept ? high + 0.6 : high] : [0, 2]) },
        y: logarithmic ? { distr: 3, range: wholeDecades } : {},
      },
      axes: [
        axis(countedAs, { incrs: WHOLE, space: 45, values: (u, splits) => splits.map(String) }),
        yAxis(null, logarithmic ? decades(zero) : {}),
      ],
      series,
      cursor: { y: false },
      hooks: {
        setCursor: [(u) => report(u.cursor.idx)],
        draw: finite(line) ? [(u) => mark(u, line)] : [],
      },
    }, columns, [220, 260]);
  }

  /** Draw a dashed line at a place of the horizontal axis. */
  function mark(plot, place) {
    const { ctx, bbox } = plot;
    const left = plot.valToPos(place, "x", true);
    if (left > bbox.left + bbox.width) return;
    ctx.save();
    ctx.strokeStyle = INK;
    ctx.lineWidth = uPlot.pxRatio;
    ctx.setLineDash([5 * uPlot.pxRatio, 4 * uPlot.pxRatio]);
    ctx.beginPath();
    ctx.moveTo(left, bbox.top);
    ctx.lineTo(left, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  }

  const KINDS = { spectra: drawSpectra, sequence: drawSequence };
  document.querySelectorAll("figure.chart").forEach((figure) => {
    const data = JSON.parse(figure.querySelector("script").textContent);
    KINDS[data.kind](figure, data);
  });

  const follow = () => charts.forEach((chart) => fit(chart, chart.place.clientWidth));
  window.addEventListener("resize", follow);
  window.addEventListener("beforeprint", () => {
    charts.forEach((chart) => fit(chart, chart.place.closest(".pair") ? PRINT_WIDTH / 2 - 16 : PRINT_WIDTH));
  });
  window.addEventListener("afterprint", follow);

  document.documentElement.dataset.charts = String(charts.length);
})();
