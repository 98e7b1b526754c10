// Says texts in a page. The server writes behind it the page's language and its catalogue:
// ("ar-u-nu-latn", true, "accounts-sign-in = …"). Names that stand in a text written from right
// to left are isolated, so that they do not turn the order around them.
(function (locale, isolate, catalogue) {
  const bundle = new Fluent.FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new Fluent.FluentResource(catalogue));
  globalThis.medappointSay = function (key, list) {
    const message = bundle.getMessage(key);
    if (!message || message.value === null) return key;
    const args = {};
    for (let n = 0; n < list.length; n += 2) {
      const value = list[n + 1];
      args[list[n]] = isolate && typeof value === "string" ? "\u2068" + value + "\u2069" : value;
    }
    return bundle.formatPattern(message.value, args, []);
  };
})
