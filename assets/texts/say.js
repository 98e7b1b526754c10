// Says texts in a page. The server writes behind it the page's language and its catalogue, file by
// file: ("ar-u-nu-latn", true, ["accounts-sign-in = …", …]). Names that stand in a text written
// from right to left are isolated, so that they do not turn the order around them.
(function (locale, isolate, catalogue) {
  const bundle = new Fluent.FluentBundle(locale, { useIsolating: false });
  function read() {
    bundle.addResource(new Fluent.FluentResource(catalogue.pop()));
  }
  // All at once takes a phone so long that it misses a touch: a task for each few milliseconds of it.
  (function readSome() {
    const until = performance.now() + 4;
    while (catalogue.length && performance.now() < until) read();
    if (catalogue.length) setTimeout(readSome);
  })();
  // A page's first Intl.NumberFormat takes 30 ms and more. Most counts are written alike in all of
  // our languages, and do without.
  class Count extends Fluent.FluentNumber {
    toString(scope) {
      const { value } = this;
      return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : super.toString(scope);
    }
  }
  globalThis.medappointSay = function (key, list) {
    while (catalogue.length) read();
    const message = bundle.getMessage(key);
    if (!message || message.value === null) return key;
    const args = {};
    for (let n = 0; n < list.length; n += 2) {
      const value = list[n + 1];
      if (typeof value === "number") args[list[n]] = new Count(value);
      else args[list[n]] = isolate ? "\u2068" + value + "\u2069" : value;
    }
    return bundle.formatPattern(message.value, args, []);
  };
})
