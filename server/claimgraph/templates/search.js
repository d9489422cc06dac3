"use strict";
// Suggestions under each box for a search, as the combobox pattern of the ARIA Authoring Practices has it.
// Without this script the form sends its words to the search page.
(() => {
  const DELAY = 150;

  function element(name, attributes, words) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (words) made.textContent = words;
    return made;
  }

  function option(id, result) {
    const made = element("li", { role: "option", id, "aria-selected": "false" });
    made.dataset.address = result.address;
    made.append(element("span", {}, result.label), " ", element("span", { class: "aside" }, result.kind));
    for (const name of result.names) {
      const form = element("span", name.language ? { lang: name.language } : {}, name.form);
      made.append(element("br", {}), form, " ", element("span", { class: "aside" }, name.whose));
    }
    return made;
  }

  function equip(input, number) {
    const form = input.form;
    const list = element("ul", { role: "listbox", id: `suggestions-${number}`, "aria-label": "Suggestions", class: "suggestions" });
    const status = element("p", { role: "status", class: "unseen" });
    const box = element("div", { class: "suggesting" });
    list.hidden = true;
    input.replaceWith(box);
    box.append(input, list, status);
    for (const [key, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) input.setAttribute(key, value);
    let timer = 0;
    let asking = null;
    let active = -1;

    function choose(index) {
      const options = list.querySelectorAll('[role="option"]');
      if (options[active]) options[active].setAttribute("aria-selected", "false");
      active = options.length ? (index + options.length + 1) % (options.length + 1) : -1;
      // One place beyond the last is the box itself.
      if (active === options.length) active = -1;
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    }

    function close() {
      clearTimeout(timer);
      if (asking) asking.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function show(answer) {
      const options = answer.results.map((result, index) => option(`${list.id}-${index}`, result));
      if (answer.total > answer.results.length) {
        const many = answer.whole ? `All ${answer.total} results` : `All results, ${answer.total} or more`;
        options.push(option(`${list.id}-all`, { address: answer.all, label: many, kind: "", names: [] }));
      }
      list.replaceChildren(...options);
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = !options.length;
      input.setAttribute("aria-expanded", String(Boolean(options.length)));
      const instead = answer.instead ? `Nothing is called so; results for ${answer.instead}. ` : "";
      if (instead) list.prepend(element("li", { role: "presentation", class: "note aside" }, instead));
      status.textContent = `${instead}${answer.total}${answer.whole ? "" : " or more"} found.`;
    }

    async function ask() {
      const words = input.value.trim();
      if (asking) asking.abort();
      if (!words) return close();
      asking = new AbortController();
      const address = new URL(form.action);
      address.pathname = address.pathname.replace(/search$/, "suggest");
      address.searchParams.set("q", words);
      const kind = form.elements.namedItem("kind");
      if (kind && kind.value) address.searchParams.set("kind", kind.value);
      try {
        const response = await fetch(address, { signal: asking.signal });
        if (response.ok && document.activeElement === input) show(await response.json());
      } catch (error) {
        // A newer question has taken its place, or the server is gone: the form still works.
        if (error.name !== "AbortError") close();
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, DELAY);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        else choose(event.key === "ArrowDown" ? active + 1 : active < 0 ? -2 : active - 1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        location.assign(list.querySelectorAll('[role="option"]')[active].dataset.address);
      }
    });
    input.addEventListener("blur", close);
    // Keeps the focus in the box, so that blur does not close the list before the click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const chosen = event.target.closest('[role="option"]');
      if (chosen) location.assign(chosen.dataset.address);
    });
  }

  document.querySelectorAll('form input[type="search"][name="q"]').forEach(equip);
})();
