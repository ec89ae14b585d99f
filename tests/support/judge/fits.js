// What of a page cannot be read because it is cut off, sticks out or lies under something. Answers findings as texts.
// The id of a message stands where a message was forgotten. What is somebody's data (a name, an address) may end in an ellipsis; what we say and what is pressed may not.
const SLACK = 1.5;
const CONTROLS = 'button, a, label, legend, th, h1, h2, h3, [role=tab], [role=menuitem], [role=option] .verb';
const findings = new Set();

// Nothing moves while this runs: what is asked of an element is asked once.
const once = (ask) => {
  const known = new Map();
  return (element) => {
    if (!known.has(element)) known.set(element, ask(element));
    return known.get(element);
  };
};
const shown = once((element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }),
);
const boxOf = once((element) => element.getBoundingClientRect());
const frameOf = once((element) => {
  const { display, overflowX, overflowY, position } = getComputedStyle(element);
  const isFrame = display !== 'inline' && display !== 'contents';
  return { overflowX, overflowY, isFrame, isFixed: position === 'fixed' };
});
const isHidden = once((element) => {
  const { width, height } = boxOf(element);
  return width <= 1 || height <= 1 || element.closest('[inert], [aria-hidden=true]') !== null;
});
const named = (element, text) => {
  const id = element.closest('[data-testid]')?.dataset.testid;
  return `${element.tagName.toLowerCase()}${id ? ` in ${id}` : ''} "${text.trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
};
const cuts = (value) => value === 'hidden' || value === 'clip';
const scrolls = (value) => value === 'auto' || value === 'scroll';
const mayEnd = (text, clipper) =>
  getComputedStyle(clipper).textOverflow === 'ellipsis' &&
  (text.closest(CONTROLS) === null || text.closest('[title]') !== null);

function clipped(element, rect, text) {
  let [sideways, down] = [true, true];
  for (let outer = element; outer && (sideways || down); outer = outer.parentElement) {
    const style = frameOf(outer);
    const box = boxOf(outer);
    if (style.isFrame && sideways && style.overflowX !== 'visible') {
      const out = rect.right > box.right + SLACK || rect.left < box.left - SLACK;
      if (out && cuts(style.overflowX) && !mayEnd(element, outer)) findings.add(`cut off sideways: ${named(element, text)}`);
      if (out && scrolls(style.overflowX) && !outer.matches('[data-sideways]')) {
        findings.add(`to be scrolled sideways: ${named(element, text)}`);
      }
      sideways = !out && !scrolls(style.overflowX);
    }
    if (style.isFrame && down && style.overflowY !== 'visible') {
      const out = rect.bottom > box.bottom + SLACK || rect.top < box.top - SLACK;
      if (out && cuts(style.overflowY) && !mayEnd(element, outer)) findings.add(`cut off below: ${named(element, text)}`);
      down = !scrolls(style.overflowY) && !out;
    }
    if (style.isFixed) return;
  }
  if (sideways && (rect.right > innerWidth + SLACK || rect.left < -SLACK)) {
    findings.add(`outside the window: ${named(element, text)}`);
  }
}

const page = document.scrollingElement;
if (page.scrollWidth > innerWidth) {
  const reach = (element) => element.getBoundingClientRect().right;
  const furthest = [...document.body.querySelectorAll('*')].reduce((far, it) => (reach(it) >= reach(far) ? it : far));
  const which = `${named(furthest, furthest.textContent)} ${furthest.className}`;
  findings.add(`the page is ${page.scrollWidth} wide in a window of ${innerWidth}: ${which}`);
}

const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = texts.nextNode(); node; node = texts.nextNode()) {
  const element = node.parentElement;
  if (!element || !node.data.trim() || element.closest('script, style, option')) continue;
  if (!shown(element) || isHidden(element)) continue;
  if (window.messageIds?.has(node.data.trim())) findings.add(`the id of a message is read: ${named(element, node.data)}`);
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const rect of range.getClientRects()) if (rect.width > 0) clipped(element, rect, node.data);
}

for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    const text = element.getAttribute(name);
    if (window.messageIds?.has(text?.trim())) findings.add(`the id of a message is read: ${named(element, text)}`);
  }
}

// What scrolls, scrolls down; what is meant to go sideways says so.
for (const element of document.querySelectorAll('body *')) {
  const isWider = element.scrollWidth > element.clientWidth + SLACK;
  if (isWider && scrolls(frameOf(element).overflowX) && shown(element) && !element.matches('[data-sideways]')) {
    findings.add(`scrolls sideways by ${element.scrollWidth - element.clientWidth}: ${named(element, element.innerText ?? '')}`);
  }
}

// An icon stands in the line of its words or in the middle of all of them, beside them.
for (const button of document.querySelectorAll('button, a[href]')) {
  const icon = button.querySelector(':scope > svg, :scope > span > svg');
  if (!icon || !shown(button) || isHidden(button)) continue;
  const box = icon.getBoundingClientRect();
  const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if (!node.data.trim() || isHidden(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    lines.push(...[...range.getClientRects()].filter(({ width }) => width > 0));
  }
  const line = lines.find(({ top, bottom }) => bottom > box.top && top < box.bottom);
  if (!line) continue;
  const middle = (box.top + box.bottom) / 2;
  const block = (Math.min(...lines.map(({ top }) => top)) + Math.max(...lines.map(({ bottom }) => bottom))) / 2;
  const over = Math.min(line.right, box.right) - Math.max(line.left, box.left);
  const off = Math.min(Math.abs((line.top + line.bottom) / 2 - middle), Math.abs(block - middle));
  if (over > 1 || off > 3.5) findings.add(`icon out of line: ${named(button, button.innerText ?? '')}`);
}

// Buttons, fields and links may not lie over one another within one layer.
const controls = [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a[href]')].filter(
  (element) => shown(element) && !isHidden(element),
);
const layer = once((element) =>
  element.closest('dialog, [role=dialog], [role=menu], [role=listbox], [data-testid=toast]'),
);
// What was scrolled out of its frame lies under nothing that stands beside the frame.
const isScrolledAway = (element) => {
  const box = boxOf(element);
  const middle = (box.top + box.bottom) / 2;
  for (let frame = element.parentElement; frame; frame = frame.parentElement) {
    const { top, bottom } = boxOf(frame);
    if (frameOf(frame).overflowY !== 'visible' && (middle < top || middle > bottom)) return true;
  }
  return false;
};
const fields = controls.filter(
  (element) => !element.matches('input[type=radio], input[type=checkbox]') && !isScrolledAway(element),
);
const inTheMiddle = once((element) => {
  const { left, top, width, height } = boxOf(element);
  return document.elementFromPoint(left + width / 2, top + height / 2);
});
for (const [at, one] of fields.entries()) {
  const a = boxOf(one);
  const middle = inTheMiddle(one);
  if (!middle) continue;
  for (const other of fields.slice(at + 1)) {
    if (one.contains(other) || other.contains(one) || layer(one) !== layer(other)) continue;
    const b = boxOf(other);
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide <= 2 || high <= 2) continue;
    const under = inTheMiddle(other);
    if (under && (one.contains(under) || other.contains(middle))) {
      findings.add(`over one another: ${named(one, one.innerText ?? '')} and ${named(other, other.innerText ?? '')}`);
    }
  }
}
arguments[1]([...findings]);
