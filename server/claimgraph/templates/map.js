// Makes the map of the page one that can be moved and enlarged. What it shows is what the drawing shows; if anything fails, that stays.
"use strict";
(() => {
  const holder = document.getElementById("map");
  if (!holder || !window.L) return;
  const number = (name) => Number(holder.dataset[name]);
  const drawings = [...document.querySelectorAll("svg.map")];
  const places = new Map();
  for (const link of document.querySelectorAll("svg.map a.place")) {
    const name = link.textContent.trim();
    if (!places.has(link.href.baseVal)) places.set(link.href.baseVal, { name, ...link.dataset });
  }

  const popup = (address, place) => {
    const box = document.createElement("div");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = place.name;
    box.append(link);
    const row = document.getElementById(address.split("/").pop());
    const forms = row ? [...row.cells[1].querySelectorAll("p > a:first-child")].map((each) => each.textContent) : [];
    const others = [...new Set(forms)].filter((form) => form !== place.name);
    if (others.length) {
      const words = document.createElement("p");
      words.textContent = `Also called ${others.join(", ")}`;
      box.append(words);
    }
    return box;
  };

  const enhance = (land) => {
    const frame = document.createElement("div");
    frame.className = "leaflet-frame";
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    holder.after(frame);
    const map = L.map(frame, {
      zoomSnap: 0.25,
      minZoom: 3,
      maxZoom: 11,
      scrollWheelZoom: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
      inertia: !still,
    });
    map.attributionControl.setPrefix("Leaflet").addAttribution("Land: Natural Earth");
    L.control.scale({ imperial: false }).addTo(map);
    L.geoJSON(land, { interactive: false, style: { className: "land", stroke: false } }).addTo(map);
    for (const [address, place] of places) {
      const icon = L.divIcon({ className: "point", iconSize: [24, 24] });
      L.marker([place.latitude, place.longitude], { icon, alt: place.name, riseOnHover: true })
        .bindTooltip(place.name, { permanent: true, direction: place.side, className: "named", offset: [0, 0] })
        .bindPopup(popup(address, place))
        .addTo(map);
    }
    map.fitBounds([[number("south"), number("west")], [number("north"), number("east")]]);
    holder.hidden = true;
    const all = document.getElementById("all");
    if (all) all.hidden = true;
  };

  if (drawings.length) {
    fetch(holder.dataset.land)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))))
      .then(enhance)
      .catch(() => { holder.hidden = false; });
  }
})();
