// Everything that can be read on the page and stands out from its ground by less than WCAG AA asks for: 4.5 to 1, for
// big letters 3 to 1. What is disabled, and what the page hides, need not be readable. Runs in the browser under test.
const parse = text => {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
  return { red, green, blue, alpha };
};
const over = (front, back) => {
  const mixed = side => front[side] * front.alpha + back[side] * (1 - front.alpha);
  return { red: mixed('red'), green: mixed('green'), blue: mixed('blue'), alpha: 1 };
};
const light = ({ red, green, blue }) => {
  const [r, g, b] = [red, green, blue].map(each => each / 255)
    .map(each => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((left, right) => left - right);
  return (bright + 0.05) / (dark + 0.05);
};
const groundOf = element => {
  const layers = [];
  for (let each = element; each; each = each.parentElement) {
    const layer = parse(getComputedStyle(each).backgroundColor);
    if (layer.alpha > 0) {
      layers.unshift(layer);
    }
    if (layer.alpha === 1) {
      break;
    }
  }
  return layers.reduce((back, layer) => over(layer, back), { red: 255, green: 255, blue: 255, alpha: 1 });
};
const opacityOf = element => {
  let opacity = 1;
  for (let each = element; each; each = each.parentElement) {
    opacity *= Number(getComputedStyle(each).opacity);
  }
  return opacity;
};
const isShown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  && element.getClientRects().length > 0;
const found = new Map();
const look = (element, style, text) => {
  if (element.closest(':disabled, [aria-disabled=true], .disabled, svg') || !isShown(element)) {
    return;
  }
  const ground = groundOf(element);
  const ink = parse(style.color);
  ink.alpha *= opacityOf(element);
  const size = parseFloat(style.fontSize);
  const isBig = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const has = ratio(over(ink, ground), ground);
  if (has < (isBig ? 3 : 4.5) - 0.005) {
    const place = [element.tagName.toLowerCase(), ...element.classList].join('.').replace(/\.ng-[\w-]+/g, '');
    const parent = [element.parentElement.tagName.toLowerCase(), ...element.parentElement.classList].join('.').replace(/\.ng-[\w-]+/g, '');
    found.set(`${parent} > ${place} ${style.color} on ${ground.red},${ground.green},${ground.blue}`,
      `${has.toFixed(2)} ${parent} > ${place} ${style.color} on ${Math.round(ground.red)},${Math.round(ground.green)},${Math.round(ground.blue)}: ${text.slice(0, 30)}`);
  }
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim();
  const element = walker.currentNode.parentElement;
  if (text && !element.matches('script, style')) {
    look(element, getComputedStyle(element), text);
  }
}
for (const field of document.querySelectorAll('[placeholder]:placeholder-shown')) {
  look(field, getComputedStyle(field, '::placeholder'), field.placeholder);
}
return [...found.values()];
