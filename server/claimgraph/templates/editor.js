// The query page with YASGUI in place of the plain form. Nothing is asked of another host.
"use strict";

(() => {
  const page = JSON.parse(document.getElementById("page").textContent);
  const form = document.getElementById("query").form;
  const menu = document.getElementById("stored");
  const endpoint = new URL("sparql", document.baseURI).href;

  const label = new Map();

  function compact(iri) {
    let best = "";
    for (const [prefix, namespace] of Object.entries(page.prefixes)) {
      const known = best && page.prefixes[best.slice(0, -1)].length;
      if (iri.startsWith(namespace) && namespace.length > (known || 0) && !/[^\w.-]/.test(iri.slice(namespace.length))) {
        best = `${prefix}:`;
      }
    }
    return best ? best + iri.slice(page.prefixes[best.slice(0, -1)].length) : `<${iri}>`;
  }

  // What of the graph may be completed: asked once, for all tabs.
  async function terms(pattern) {
    const query = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?term ?label WHERE { ${pattern} FILTER(isIRI(?term)) OPTIONAL { ?term rdfs:label ?label FILTER(LANG(?label) IN ("en", "")) } }`;
    const response = await fetch(`${endpoint}?${new URLSearchParams({ query, format: "json" })}`);
    if (!response.ok) return [];
    const { results } = await response.json();
    for (const row of results.bindings) {
      if (row.label) label.set(row.term.value, row.label.value).set(compact(row.term.value), row.label.value);
    }
    return [...new Set(results.bindings.map((row) => row.term.value))].sort();
  }
  let classes;
  let properties;
  const OWL = "http://www.w3.org/2002/07/owl#";
  const ofClass = () => (classes ??= terms(`{ SELECT DISTINCT ?term { ?thing a ?term } } UNION { ?term a <${OWL}Class> }`));
  const ofProperty = () =>
    (properties ??= terms(
      `{ SELECT DISTINCT ?term { ?thing ?term ?value } } UNION { VALUES ?kind { <${OWL}ObjectProperty> <${OWL}DatatypeProperty> } ?term a ?kind }`,
    ));

  // A prefix that is not declared yet is completed too: it is expanded as the page declares it.
  function expand(completer) {
    return (yasqe, token) => {
      const expanded = completer.preProcessToken(yasqe, token);
      const [, prefix, local] = /^([\w-]*):(.*)$/.exec(token.string) || [];
      if (prefix !== undefined && !expanded.tokenPrefixUri && page.prefixes[prefix]) {
        expanded.tokenPrefix = `${prefix}:`;
        expanded.tokenPrefixUri = page.prefixes[prefix];
        expanded.autocompletionString = page.prefixes[prefix] + local;
      }
      return expanded;
    };
  }
  function labelled(yasqe, hints) {
    for (const hint of hints) {
      const iri = hint.text.startsWith("<") ? hint.text.slice(1, -1) : hint.text;
      if (label.has(iri)) hint.displayText = `${hint.text}  ${label.get(iri)}`;
    }
    return hints;
  }

  function completeFromThisGraph() {
    const stock = Yasqe.Autocompleters;
    const bulk = { bulk: true, persistenceId: null, postprocessHints: labelled };
    const ours = [
      {
        ...stock.prefixes,
        name: "prefixes",
        persistenceId: null,
        get: () => Object.entries(page.prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`),
      },
      { ...stock.class, ...bulk, name: "classes", get: ofClass, preProcessToken: expand(stock.class) },
      { ...stock.property, ...bulk, name: "properties", get: ofProperty, preProcessToken: expand(stock.property) },
    ];
    const variables = stock.variables;
    for (const name of Object.keys(stock)) delete stock[name];
    Yasqe.defaults.autocompleters = [];
    for (const completer of [variables, ...ours]) Yasqe.registerAutocompleter(completer);
  }

  // The error of the endpoint, in its own words.
  async function explained(error) {
    let problem;
    try {
      problem = JSON.parse(error.text);
    } catch {
      return undefined;
    }
    if (!problem.message) return undefined;
    const box = document.createElement("div");
    const say = (tag, text) => box.appendChild(document.createElement(tag)).append(text);
    const place = problem.line ? ` (line ${problem.line}, column ${problem.column})` : "";
    say("p", problem.message + place);
    if (problem.excerpt) say("pre", problem.excerpt);
    if (problem.remedy) say("p", problem.remedy);
    return box;
  }

  // YASGUI would take what is in the address for arguments of every request.
  history.replaceState(null, "", location.pathname + location.hash);

  const host = document.createElement("div");
  host.id = "editor";
  form.before(host);

  let yasgui;
  try {
    completeFromThisGraph();
    Yasr.defaults.errorRenderers = [explained];
    yasgui = new Yasgui(host, {
      persistenceId: `claimgraph${location.pathname}`,
      autofocus: false,
      // A shared link names an endpoint too, but there is only this one.
      populateFromUrl: (tab) => ({ ...tab, requestConfig: { ...tab.requestConfig, endpoint } }),
      autoAddOnInit: false,
      copyEndpointOnNewTab: false,
      endpointCatalogueOptions: { getData: () => [], keys: [] },
      requestConfig: {
        endpoint,
        // YASGUI passes itself here in one place and the editor in another. GET can be cached and shared.
        method: (at) => ((at.getValue ? at : at.getTab().getYasqe()).getValue().length < 8000 ? "GET" : "POST"),
        acceptHeaderGraph: "text/turtle",
        acceptHeaderSelect: "application/sparql-results+json",
      },
      yasqe: { value: page.query },
      yasr: { prefixes: page.prefixes },
    });
  } catch (error) {
    // The form is still there, and works.
    host.remove();
    throw error;
  }

  function open(name, query, run) {
    const same = Object.values(yasgui._tabs).find((tab) => tab.name() === name && tab.getPersistedJson().yasqe.value === query);
    const tab = same || yasgui.addTab(true, { name, yasqe: { value: query } });
    yasgui.selectTabId(tab.getId());
    if (run) tab.query().catch(() => {});
  }

  if (page.shared) open("Shared", page.query, false);
  else if (page.question || !Object.keys(yasgui._tabs).length) open(page.question || "Query", page.query, false);
  form.hidden = true;
  document.getElementById("ask").textContent = "Ask";

  if (menu) {
    menu.closest("p").hidden = false;
    menu.addEventListener("change", () => {
      const question = page.questions[menu.value];
      if (question) open(question.summary, question.text, true);
      menu.selectedIndex = 0;
    });
  }

  for (const link of document.querySelectorAll("nav a[data-question]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const question = page.questions[link.dataset.question];
      open(question.summary, question.text, true);
      host.scrollIntoView();
    });
  }

  // What may be done with the query besides running it here; written anew when the query changes.
  const tools = document.getElementById("tools");
  const share = document.getElementById("share");
  const downloads = document.getElementById("downloads");
  const ROWS = [["csv", "CSV"], ["tsv", "TSV"], ["json", "JSON"], ["xml", "XML"]];
  const TRIPLES = [["turtle", "Turtle"], ["ntriples", "N-Triples"], ["jsonld", "JSON-LD"], ["rdfxml", "RDF/XML"]];

  function address(path, fields) {
    const url = new URL(path, document.baseURI);
    url.search = new URLSearchParams(fields);
    return url.href;
  }
  function refresh() {
    const tab = yasgui.getTab();
    if (!tab) return;
    const query = tab.getYasqe().getValue();
    const triples = ["CONSTRUCT", "DESCRIBE"].includes(tab.getYasqe().getQueryType());
    share.href = address("query", { query });
    downloads.replaceChildren();
    for (const [format, name] of triples ? TRIPLES : ROWS) {
      const link = document.createElement("a");
      link.href = address("sparql", { query, format });
      link.download = "";
      link.textContent = name;
      downloads.append(link, " ");
    }
    const text = query.trim();
    const escaped = text.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"');
    for (const [name, written] of [["curl", text], ["python", escaped]]) {
      document.getElementById(name).textContent = page.snippets[name]
        .replace("%ACCEPT%", triples ? "text/turtle" : "text/csv")
        .replace("%QUERY%", () => written);
    }
  }
  const watched = new WeakSet();
  function watch() {
    const yasqe = yasgui.getTab()?.getYasqe();
    if (yasqe && !watched.has(yasqe)) {
      watched.add(yasqe);
      yasqe.on("change", refresh);
    }
    refresh();
  }
  yasgui.on("tabSelect", () => setTimeout(watch));
  yasgui.on("tabAdd", () => setTimeout(watch));
  tools.hidden = false;
  watch();

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Without TLS browsers give no clipboard: the text is selected, and the user copies it.
    throw new Error("no clipboard");
  }
  for (const button of document.querySelectorAll("[data-copies]")) {
    const words = button.textContent;
    button.closest("p").hidden = false;
    button.addEventListener("click", async () => {
      const from = document.getElementById(button.dataset.copies);
      try {
        await copy(from.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(from);
        button.textContent = "Selected: copy it with the keyboard";
      }
      setTimeout(() => (button.textContent = words), 3000);
    });
  }

  // Names of this graph have a page here, under the label that it gives them.
  const LABEL = `SELECT ?term (SAMPLE(?words) AS ?label) WHERE { VALUES ?term { %TERMS% }
?term <http://www.w3.org/2000/01/rdf-schema#label>|<http://www.w3.org/2004/02/skos/core#prefLabel> ?words
FILTER(LANG(?words) IN ("en", "")) } GROUP BY ?term`;
  const called = new Map();
  async function learn(iris) {
    for (const iri of iris) called.set(iri, "");
    const query = LABEL.replace("%TERMS%", () => iris.map((iri) => `<${iri}>`).join(" "));
    const response = await fetch(endpoint, { method: "POST", body: new URLSearchParams({ query, format: "json" }) });
    if (!response.ok) return;
    for (const row of (await response.json()).results.bindings) called.set(row.term.value, row.label.value);
  }
  async function link() {
    const found = [...host.querySelectorAll("a.iri:not([data-iri])")].filter((at) => at.href.startsWith(page.base));
    if (!found.length) return;
    for (const at of found) {
      at.dataset.iri = at.href;
      at.title = at.href;
      at.href = new URL(`./${at.href.slice(page.base.length)}`, document.baseURI).href;
      at.target = "_self";
    }
    const unknown = [...new Set(found.map((at) => at.dataset.iri))].filter((iri) => !called.has(iri) && !/[<>"{}|\\^`\s]/.test(iri));
    if (unknown.length) await learn(unknown).catch(() => {});
    for (const at of found) {
      const words = called.get(at.dataset.iri);
      if (!words || at.nextElementSibling?.className === "label") continue;
      const shown = document.createElement("span");
      shown.className = "label";
      shown.textContent = words;
      at.after(" ", shown);
    }
  }

  if (page.site) {
    new MutationObserver(link).observe(host, { childList: true, subtree: true });
  } else {
    // Without pages, what is said of a name here is shown instead.
    host.addEventListener("click", (event) => {
      const at = event.target.closest("a.iri");
      if (!at || !at.href.startsWith(page.base)) return;
      event.preventDefault();
      open(compact(at.href), `DESCRIBE <${at.href}>`, true);
    });
  }
})();
