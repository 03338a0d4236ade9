// Loads the page anew when it has changed, and shows the errors of the site over it meanwhile.
(() => {
  "use strict";

  const RETRY_MS = 1000;
  const shown = document.querySelector('meta[name="opsg-site-preview"]').content;
  const address = `/_opsg-site/events?page=${encodeURIComponent(location.pathname)}`;
  let source = null;
  let retry = 0;

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function errorBox() {
    const heading = element("h2", { textContent: "This site has errors" });
    const text = element("pre", { tabIndex: 0 });
    const box = element("section", { id: "opsg-site-errors", role: "alert" }, heading, text);
    box.setAttribute("aria-label", "Errors of the site");
    return box;
  }

  // The text is that of the terminal, and is shown as text.
  function showErrors(errors) {
    let box = document.getElementById("opsg-site-errors");
    if (!errors) return box?.remove();
    if (!box) {
      box = errorBox();
      document.body.append(box);
    }
    const text = box.querySelector("pre");
    if (text.textContent !== errors) text.textContent = errors;
  }

  function receive(event) {
    const { page, errors } = JSON.parse(event.data);
    if (page !== shown) return location.reload();
    showErrors(errors);
  }

  function disconnect() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  // The browser itself tries again after a lost connection, but not after a refusal.
  function connect() {
    disconnect();
    source = new EventSource(address);
    source.onmessage = receive;
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_MS);
    };
  }

  // A browser has few connections to one host: hidden pages give theirs back, and catch up later.
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && connect());
  if (!document.hidden) connect();
})();
