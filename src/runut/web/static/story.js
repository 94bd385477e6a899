// Draws who has it from whom. The list beside it tells the same, so what draws is fetched only when somebody asks for it.
"use strict";

(() => {
  const details = document.querySelector(".draw");
  const graph = details?.querySelector(".graph");
  if (!graph) return;

  const load = (source) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  async function draw() {
    for (const source of graph.dataset.needs.split(" ")) await load(source);
    const drawn = window.cytoscape({
      container: graph,
      elements: JSON.parse(graph.dataset.graph),
      layout: { name: "null" },
      autoungrabify: true,
      style: [
        { selector: "node", style: { label: "data(label)", shape: "round-rectangle", width: 150, height: 34, "font-size": 12,
          "text-valign": "center", "text-wrap": "ellipsis", "text-max-width": 138, color: colour("--ink"),
          "background-color": colour("--sheet"), "border-width": 1.5, "border-color": colour("--accent") } },
        { selector: "node.virtual", style: { "border-style": "dashed", "border-color": colour("--faint"), "font-style": "italic" } },
        { selector: "edge", style: { width: 1.5, "curve-style": "bezier", "target-arrow-shape": "triangle",
          "line-color": colour("--faint"), "target-arrow-color": colour("--faint") } },
        { selector: "edge.cites, edge.translation", style: { "line-style": "dashed" } },
      ],
    });
    // What takes long is done by itself, so that the page answers in between.
    await new Promise((done) => setTimeout(done));
    drawn.layout({ name: "dagre", rankDir: "LR", nodeSep: 14, rankSep: 60 }).run();
    drawn.on("tap", "node.held", (event) => { location.href = event.target.data("target"); });
  }
  details.addEventListener("toggle", () => { if (details.open) draw(); }, { once: true });
})();
