// SPDX-License-Identifier: GPL-2.0-or-later
"use strict";
// Charts are drawn with at least two dots a pixel, so that they print sharply. The library reads this as it loads.
window.devicePixelRatio = Math.max(2, window.devicePixelRatio || 1);
